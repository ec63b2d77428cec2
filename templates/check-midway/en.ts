import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: half-time with {partner}',
  preheader: 'One press, and two short questions.',
  heading: 'Half-time',
  body: [
    'Month {month} of {months} with {partner}. Did you talk this month? Please answer by {answerBy}.',
    'And as it is half-time: does the pair work for you, and what should the programme do better? Only the Center reads that.',
  ],
  buttons: {
    answer: 'Answer',
    survey: 'Two questions at half-time',
  },
  line: 'Half-time with {partner} (month {month} of {months}): did you talk? Please answer by {answerBy}.',
};
