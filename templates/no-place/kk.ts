import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Бұл жолы орын жоқ',
  preheader: 'Келесі таңдауыңыз болса, содан сұраймыз.',
  heading: 'Бұл жолы орын жоқ',
  body: ['Сізге ұсынған тәлімгерде қазір бос орын жоқ.', '{next}'],
  buttons: {},
};
