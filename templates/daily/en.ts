import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Needs you: {count} open',
  preheader: 'The staff queue of today.',
  heading: '{count|# thing waits|# things wait} for you today',
  body: [
    {
      needs: 'needs',
      none: 'Nothing waits for you today.',
      button: 'Open',
    },
    {
      heading: 'The season',
    },
    {
      facts: 'season',
    },
  ],
  buttons: {
    sheet: 'Open Needs you',
    calendar: 'Calendar of mailings',
  },
};
