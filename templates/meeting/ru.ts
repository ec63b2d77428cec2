import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Для календаря: встреча ({partner} и вы)',
  preheader: '{at}',
  heading: 'Ваша встреча',
  body: [
    '{partner} и вы встречаетесь: {at}, {minutes|# минута|# минуты|# минут}.',
    'Как вы держите связь: {contact}',
    'Если календарь не добавил встречу сам, откройте приложенный файл. Перенести или отменить её может любой из вас.',
  ],
  buttons: {
    move: 'Другой день или время',
    off: 'Отменить встречу',
  },
};
