import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Ваше участие на паузе',
  preheader: 'Одно нажатие — и вы снова с нами.',
  heading: 'Мы всё отметили',
  body: ['Ваше участие на паузе. Пока вы не вернётесь, мы ни о чём не спросим; вернуться можно в любое время.'],
  buttons: {
    resume: 'Продолжить',
    leave: 'Выйти из программы',
  },
};
