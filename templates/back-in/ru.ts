import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'С возвращением!',
  preheader: 'Что будет дальше.',
  heading: 'С возвращением!',
  body: ['Вы снова участвуете как {role}. О следующем шаге мы напишем.'],
  buttons: {},
};
