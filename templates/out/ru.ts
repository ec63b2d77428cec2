import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Ваше участие: {what}',
  preheader: 'Вернуться можно в любое время.',
  heading: 'Мы всё отметили',
  body: ['{what}.', '{back}'],
  buttons: {
    form: 'Вернуться',
  },
};
