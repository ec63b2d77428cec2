import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: a word about you and {partner}?',
  preheader: 'One press is enough.',
  heading: 'A word about this month?',
  body: ['We have no answer from you about month {month} with {partner} yet. Please answer by {answerBy}.'],
  buttons: {
    answer: 'Answer',
  },
  line: 'Your answer about month {month} with {partner} is missing; please answer by {answerBy}.',
};
