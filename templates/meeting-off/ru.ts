import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Отменена ваша встреча ({partner} и вы)',
  preheader: '{at}',
  heading: 'Встречи не будет',
  body: [
    'Ваша встреча ({partner} и вы, {at}) отменена.',
    'Если календарь всё ещё её показывает, откройте приложенный файл.',
  ],
  buttons: {},
};
