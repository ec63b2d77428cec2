import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: подойдёт ли вам этот ментор?',
  preheader: 'Ментор, которого предлагает Центр.',
  heading: 'Предложение для вас',
  body: [
    'Центр предлагает ментора, которого вы не называли. Без вашего согласия ничего не произойдёт.',
    {
      facts: 'profile',
    },
    {
      heading: 'Что у вас общего',
    },
    {
      list: 'commonalities',
    },
    'Пожалуйста, ответьте {answerBy:until}.',
  ],
  buttons: {
    accept: 'Да, спросите',
    decline: 'Нет, спасибо',
  },
};
