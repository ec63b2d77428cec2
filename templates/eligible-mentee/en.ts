import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'You are ready to choose a mentor',
  preheader: 'You get a letter when the choice round opens.',
  heading: 'You are part of it now',
  body: [
    'Your training counts until {validUntil}. As soon as a choice round is open you get a link to the catalogue of mentors.',
  ],
  buttons: {
    rest: 'Pause for now',
    leave: 'I have changed my mind',
  },
  line: 'Your training counts until {validUntil}; the choice round comes next.',
};
