import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Продлено: {partner} и вы',
  preheader: 'Новое завершение: {endsOn}.',
  heading: 'Продлено',
  body: ['Согласны оба: официальная часть ({partner} и вы) теперь длится {endsOn:until}.'],
  buttons: {},
};
