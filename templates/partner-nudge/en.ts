import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{partner} would like to hear from you',
  preheader: 'A short sign is enough.',
  heading: 'A short sign?',
  body: ['{partner} would like to hear from you. A short message is enough, or one press that tells us you are here.'],
  buttons: {
    answer: 'I am here',
  },
  line: '{partner} would like to hear from you; a short sign is enough.',
};
