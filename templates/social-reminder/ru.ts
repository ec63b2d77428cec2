import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: опубликовано? {subject}',
  preheader: 'Подтвердите её, пожалуйста, сегодня.',
  heading: 'Опубликовано?',
  body: [
    'Публикация «{subject}» пока не подтверждена. Она нужна {due:until}. Если она уже есть, укажите на странице ссылку.',
    { facts: 'post' },
  ],
  buttons: { social: 'Подтвердить публикацию' },
};
