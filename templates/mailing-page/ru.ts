import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Страница, о которой просили: {subject}',
  preheader: 'Решение принимается только там.',
  heading: 'Ваша страница',
  body: [
    'Кто-то попросил страницу «{subject}». Решения принимаются только на ней, от вашего имени.',
    { facts: 'request' },
  ],
  buttons: { moderate: 'Открыть страницу' },
};
