import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Продолжаем: {partner} и вы',
  preheader: 'Новое завершение: {endsOn}.',
  heading: 'Продолжаем',
  body: ['Пауза закончилась. Официальная часть ({partner} и вы) теперь длится {endsOn:until}.'],
  buttons: {},
};
