import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Нужны исправления: {subject}',
  preheader: 'Модератор вернул рассылку; время пока не идёт.',
  heading: 'Рассылка снова у вас',
  body: [
    'Модератор прочитал «{subject}» и возвращает рассылку вам. Исправьте её на странице черновика и сдайте снова; всё, что вы написали, на месте.',
    { facts: 'comment' },
    { heading: 'Замечания по правилам' },
    { facts: 'findings' },
    { heading: 'Сроки' },
    { facts: 'dates' },
  ],
  buttons: { draft: 'Исправить' },
};
