import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{partner} ждёт от вас весточки',
  preheader: 'Достаточно короткого знака.',
  heading: 'Короткий знак?',
  body: [
    '{partner} ждёт от вас весточки. Достаточно короткого сообщения или одного нажатия, чтобы мы знали, что вы на связи.',
  ],
  buttons: {
    answer: 'Я на связи',
  },
  line: '{partner} ждёт от вас весточки; достаточно короткого знака.',
};
