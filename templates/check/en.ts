import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: did you talk with {partner}?',
  preheader: 'One press is enough.',
  heading: 'Did you talk this month?',
  body: [
    'Month {month} of {months} with {partner}. One press is enough: did you talk, and by which channel? We never ask what about.',
    'Please answer by {answerBy}.',
  ],
  buttons: {
    answer: 'Answer',
  },
  line: 'Did you talk with {partner} this month (month {month} of {months})? Please answer by {answerBy}.',
};
