import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: {partner} и вы — общались в этом месяце?',
  preheader: 'Достаточно одного нажатия.',
  heading: 'Вы общались в этом месяце?',
  body: [
    '{partner} и вы, месяц {month} из {months}. Достаточно одного нажатия: общались ли вы и каким способом? О чём, мы никогда не спрашиваем.',
    'Пожалуйста, ответьте {answerBy:until}.',
  ],
  buttons: {
    answer: 'Ответить',
  },
  line: '{partner} и вы: общались ли вы в этом месяце (месяц {month} из {months})? Пожалуйста, ответьте {answerBy:until}.',
};
