import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'No match this time',
  preheader: 'You come first in the next round.',
  heading: 'Not this time',
  body: [
    '{reason}',
    'You take part in the next round with priority. It helps to rank more mentors and to look beyond the best-known names.',
    {
      list: 'suggestions',
    },
  ],
  buttons: {
    catalogue: 'Look at the catalogue',
  },
  line: 'No match in this round; you come first in the next one.',
};
