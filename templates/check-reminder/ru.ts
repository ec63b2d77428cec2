import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: пара слов о вашем месяце ({partner})',
  preheader: 'Достаточно одного нажатия.',
  heading: 'Пара слов об этом месяце?',
  body: ['Мы ещё не получили ваш ответ: {partner} и вы, месяц {month}. Пожалуйста, ответьте {answerBy:until}.'],
  buttons: {
    answer: 'Ответить',
  },
  line: '{partner} и вы: нет вашего ответа за месяц {month}; пожалуйста, ответьте {answerBy:until}.',
};
