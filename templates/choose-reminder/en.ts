import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{closes:short}: your choice of mentors is missing',
  preheader: 'It takes a few minutes.',
  heading: 'Your choice is still missing',
  body: ['The choice round closes on {closes}. Rank up to {count|# mentor|# mentors} in the catalogue.'],
  buttons: {
    catalogue: 'Open the catalogue',
  },
  line: 'Your ranking of mentors is missing; the round closes on {closes}.',
};
