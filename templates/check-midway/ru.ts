import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: половина пути — {partner} и вы',
  preheader: 'Одно нажатие и два коротких вопроса.',
  heading: 'Половина пути',
  body: [
    '{partner} и вы, месяц {month} из {months}. Вы общались в этом месяце? Пожалуйста, ответьте {answerBy:until}.',
    'И раз половина пути позади: складывается ли у вас общение и что программе стоит улучшить? Ответы читает только Центр.',
  ],
  buttons: {
    answer: 'Ответить',
    survey: 'Два вопроса на середине пути',
  },
  line: 'Половина пути: {partner} и вы (месяц {month} из {months}). Вы общались? Пожалуйста, ответьте {answerBy:until}.',
};
