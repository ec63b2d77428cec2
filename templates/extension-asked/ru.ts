import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Продлить? ({partner})',
  preheader: 'Предлагаемое завершение: {newEnd}.',
  heading: 'Хотите продолжить дольше?',
  body: ['Центр предлагает продлить менторство ({partner} и вы) {newEnd:until}. Это случится, если согласны оба.'],
  buttons: {
    agree: 'Согласиться',
    disagree: 'Не соглашаться',
  },
  line: 'Центр предлагает продлить менторство ({partner} и вы) {newEnd:until}.',
};
