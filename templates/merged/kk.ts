import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Тәлімгерлік бағдарламасынан бірнеше хабар',
  preheader: 'Ең жақын күн бірінші.',
  heading: 'Бүгін сізге',
  body: [
    {
      items: 'items',
    },
  ],
  buttons: {},
};
