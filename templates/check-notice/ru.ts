import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: вы общались? Скоро завершение ({partner})',
  preheader: 'Программа длится {endsOn:until}.',
  heading: 'Вы общались в этом месяце?',
  body: [
    '{partner} и вы, месяц {month} из {months}. Достаточно одного нажатия. Пожалуйста, ответьте {answerBy:until}.',
    'Официальная часть длится {endsOn:until}. Самое время вспомнить о целях и подумать, хотите ли вы продолжить неформально.',
  ],
  buttons: {
    answer: 'Ответить',
  },
  line: '{partner} и вы: общались ли вы (месяц {month} из {months})? Официальная часть длится {endsOn:until}. Пожалуйста, ответьте {answerBy:until}.',
};
