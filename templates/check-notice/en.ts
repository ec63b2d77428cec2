import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: did you talk with {partner}? The end is near',
  preheader: 'The formal time ends on {endsOn}.',
  heading: 'Did you talk this month?',
  body: [
    'Month {month} of {months} with {partner}. One press is enough. Please answer by {answerBy}.',
    'The formal time ends on {endsOn}. A good moment to look at your goals, and to think about whether you would like to go on informally.',
  ],
  buttons: {
    answer: 'Answer',
  },
  line: 'Did you talk with {partner} (month {month} of {months})? The formal time ends on {endsOn}. Please answer by {answerBy}.',
};
