import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'No place this time',
  preheader: 'Your next choice is asked, if there is one.',
  heading: 'No place this time',
  body: ['The mentor you were proposed to has no place this time.', '{next}'],
  buttons: {},
};
