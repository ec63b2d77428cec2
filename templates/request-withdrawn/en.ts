import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'A request was withdrawn',
  preheader: 'Nothing to do.',
  heading: 'A request was withdrawn',
  body: ['The request about {partner} was withdrawn. You need not do anything; thank you for being there.'],
  buttons: {},
};
