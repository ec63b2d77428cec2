import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Вы записаны: {title}',
  preheader: '{at}',
  heading: 'До встречи!',
  body: [
    'Вы записаны на встречу «{title}».',
    '{at}, {place}.',
    'Если не сможете прийти, отмените запись заранее, чтобы место досталось другому.',
  ],
  buttons: {
    calendar: 'Добавить в календарь',
    cancel: 'Отменить запись',
  },
};
