import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: {mentee} просит вас стать ментором',
  preheader: 'Согласитесь или откажитесь одним нажатием.',
  heading: '{mentee} хочет видеть вас ментором',
  body: [
    {
      facts: 'profile',
    },
    {
      heading: 'Цели словами менти',
    },
    '{goals}',
    {
      heading: 'Что у вас общего',
    },
    {
      list: 'commonalities',
    },
    'Ваши контакты мы передадим, только если вы согласитесь. Пожалуйста, ответьте {answerBy:until}.',
  ],
  buttons: {
    accept: 'Согласиться',
    decline: 'Отказаться',
  },
};
