import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'На этот раз места нет',
  preheader: 'Если есть следующий выбор, спросим его.',
  heading: 'На этот раз места нет',
  body: ['У ментора, которого мы для вас спросили, сейчас нет места.', '{next}'],
  buttons: {},
};
