import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Больше не нужно: {subject}',
  preheader: 'Модерация не нужна.',
  heading: 'Делать ничего не нужно',
  body: ['{why} По «{subject}» больше ничего делать не нужно.'],
  buttons: { moderate: 'Посмотреть, чем закончилось' },
};
