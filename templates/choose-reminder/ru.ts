import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{closes:short}: вы ещё не выбрали менторов',
  preheader: 'Это займёт несколько минут.',
  heading: 'Мы ждём ваш выбор',
  body: ['Выбор открыт {closes:until}. Назовите в каталоге до {count|# ментора|# менторов|# менторов}.'],
  buttons: {
    catalogue: 'Открыть каталог',
  },
  line: 'Мы ждём ваш выбор менторов {closes:until}.',
};
