import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your ranking could not be taken',
  preheader: 'Here is why.',
  heading: 'Your ranking could not be taken',
  body: ['You ranked mentors by the form. {why}'],
  buttons: {
    catalogue: 'Open the catalogue',
  },
};
