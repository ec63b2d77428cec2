import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{at:short}: танысу жиыны',
  preheader: '{title}',
  heading: 'Танысу жиыны жақындап қалды',
  body: ['«{title}» жиыны {at:on} өтеді.', 'Орны: {place}.'],
  buttons: {
    cancel: 'Келе алмаймын',
  },
  line: '«{title}» жиыны {at:on} өтеді, {place}.',
};
