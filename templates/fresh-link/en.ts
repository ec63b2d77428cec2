import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your fresh link',
  preheader: 'The old one had expired.',
  heading: 'Here is a fresh link',
  body: ['You asked for a new link: {what}.'],
  buttons: {
    open: 'Open the page',
  },
};
