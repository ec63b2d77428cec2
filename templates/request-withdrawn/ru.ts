import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Запрос отозван',
  preheader: 'Ничего делать не нужно.',
  heading: 'Запрос отозван',
  body: ['Запрос отозван: {partner}. Ничего делать не нужно; спасибо, что вы с нами.'],
  buttons: {},
};
