import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Ваш выбор не удалось принять',
  preheader: 'Вот почему.',
  heading: 'Ваш выбор не удалось принять',
  body: ['Вы прислали выбор менторов через форму. {why}'],
  buttons: {
    catalogue: 'Открыть каталог',
  },
};
