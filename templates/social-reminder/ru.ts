import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: пост опубликован? {subject}',
  preheader: 'Подтвердите его, пожалуйста, сегодня.',
  heading: 'Пост опубликован?',
  body: [
    'Пост «{subject}» пока не подтверждён. Он нужен {due:until}. Если он уже опубликован, укажите на странице ссылку.',
    { facts: 'post' },
  ],
  buttons: { social: 'Подтвердить пост' },
};
