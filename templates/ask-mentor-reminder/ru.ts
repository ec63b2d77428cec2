import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: {mentee} ждёт вашего ответа',
  preheader: 'Согласитесь или откажитесь одним нажатием.',
  heading: 'Вас ждёт запрос',
  body: [
    '{mentee} просит вас стать ментором. Пожалуйста, ответьте {answerBy:until}; потом мы спросим следующего ментора из списка.',
  ],
  buttons: {
    accept: 'Согласиться',
    decline: 'Отказаться',
  },
  line: '{mentee} ждёт вашего ответа на запрос {answerBy:until}.',
};
