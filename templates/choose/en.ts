import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{closes:short}: choose your mentors',
  preheader: 'Look through the catalogue and rank up to {count|# mentor|# mentors}.',
  heading: 'Choose your mentors',
  body: [
    'The choice round is open, and {mentors|# mentor has|# mentors have} room at the moment.',
    'Rank up to {count}, first choice first. The more you rank, the better your chances. The round closes on {closes}.',
  ],
  buttons: {
    catalogue: 'Open the catalogue',
    form: 'Rank by a form instead',
  },
  line: 'The choice round is open until {closes}: rank up to {count|# mentor|# mentors}.',
};
