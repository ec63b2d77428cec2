import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: новое обращение ({reference})',
  preheader: 'Первый ответ нужен {due:until}.',
  heading: 'Новое обращение',
  body: ['Категория: {category}. Первый ответ нужен {due:until}. Текст обращения есть только в закрытой таблице.'],
  buttons: {
    open: 'Открыть строку',
  },
};
