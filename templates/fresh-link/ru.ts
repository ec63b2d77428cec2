import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Ваша новая ссылка',
  preheader: 'Прежняя устарела.',
  heading: 'Вот новая ссылка',
  body: ['Вы просили новую ссылку: {what}.'],
  buttons: {
    open: 'Открыть страницу',
  },
};
