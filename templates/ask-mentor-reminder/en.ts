import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: {mentee} waits for your answer',
  preheader: 'Accept or decline with one press.',
  heading: 'A request waits for you',
  body: ['{mentee} would like you as a mentor. Please answer by {answerBy}; after that the next choice is asked.'],
  buttons: {
    accept: 'Accept',
    decline: 'Decline',
  },
  line: '{mentee} waits for your answer to the request until {answerBy}.',
};
