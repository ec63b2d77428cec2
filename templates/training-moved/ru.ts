import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Вводная встреча перенесена: {title}',
  preheader: 'Теперь: {at}',
  heading: 'Встреча перенесена',
  body: [
    'Центр перенёс встречу «{title}». Ваше место сохранено.',
    'Теперь: {at}, {place}.',
    'Если новое время не подходит, отмените запись здесь и выберите другую встречу в письме с приглашением.',
  ],
  buttons: {
    calendar: 'Новое время в календарь',
    cancel: 'Я не смогу прийти',
  },
};
