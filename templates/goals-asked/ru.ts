import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Цели достигнуты? ({partner})',
  preheader: 'Если так считают оба, всё завершено.',
  heading: 'Цели достигнуты?',
  body: [
    '{partner} считает, что цели достигнуты. Если вы согласны, менторство завершится сейчас, со всем, что полагается.',
  ],
  buttons: {
    agree: 'Да, достигнуты',
    disagree: 'Ещё нет',
  },
  line: '{partner} считает, что цели достигнуты. Вы согласны?',
};
