import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'A new semester: do your meeting times still fit?',
  preheader: 'Have a look at them together.',
  heading: 'A new semester begins',
  body: [
    'On {semester} a new semester begins. Please look with {partner} whether your meeting times still fit, and move them if they do not.',
  ],
  buttons: {
    plan: 'Our rhythm has changed',
  },
  line: 'A new semester begins on {semester}: do your meeting times with {partner} still fit?',
};
