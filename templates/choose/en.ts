import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{closes}: choose your mentors',
  preheader: 'Look through the catalogue and rank up to {count}.',
  heading: 'Choose your mentors',
  body: [
    'The choice round is open. Mentors with room at the moment: {mentors}.',
    'Rank up to {count}, first choice first. The more you rank, the better your chances. The round closes on {closes}.',
  ],
  buttons: {
    catalogue: 'Open the catalogue',
    form: 'Rank by a form instead',
  },
  line: 'The choice round is open until {closes}: rank up to {count} mentors.',
};
