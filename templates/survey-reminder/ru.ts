import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: ваш опрос ({partner})',
  preheader: 'Три минуты.',
  heading: 'Мы ждём ваш ответ',
  body: [
    'Как прошло менторство ({partner} и вы)? От ваших ответов зависит, что улучшит следующий сезон. Мы ждём {answerBy:until}.',
  ],
  buttons: {
    survey: 'Ответить на опрос',
  },
  line: 'Итоговый опрос ({partner} и вы) открыт {answerBy:until}.',
};
