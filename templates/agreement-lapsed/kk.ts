import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Тәлімгерлік басталмайды: {partner}',
  preheader: 'Ешкім кінәлі емес.',
  heading: 'Бұл жолы басталмайды',
  body: [
    'Келісімді екі тарап бірдей растамады ({partner} және сіз), сондықтан орын қайта босады. Ешкім кінәлі емес.',
    '{next}',
  ],
  buttons: {},
};
