import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Несколько новостей программы менторства',
  preheader: 'Сначала ближайшая дата.',
  heading: 'Для вас сегодня',
  body: [
    {
      items: 'items',
    },
  ],
  buttons: {},
};
