import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: бұл тәлімгер сізге сай ма?',
  preheader: 'Орталық ұсынған тәлімгер.',
  heading: 'Сізге ұсыныс',
  body: [
    'Орталық сіз атамаған тәлімгерді ұсынып отыр. Сіздің келісіміңізсіз ештеңе болмайды.',
    {
      facts: 'profile',
    },
    {
      heading: 'Ортақ тұстарыңыз',
    },
    {
      list: 'commonalities',
    },
    'Жауабыңызды {answerBy:until} күтеміз.',
  ],
  buttons: {
    accept: 'Иә, сұраңыздар',
    decline: 'Жоқ, рақмет',
  },
};
