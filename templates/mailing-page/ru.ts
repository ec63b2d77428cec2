import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Страница, о которой просили: {subject}',
  preheader: 'Решение принимается только там.',
  heading: 'Ваша страница',
  body: [
    'В строке «{subject}» выбрали отправку страницы. Ячейка не говорит, кто решает, поэтому решения принимаются на странице, от вашего имени.',
    { facts: 'request' },
  ],
  buttons: { moderate: 'Открыть страницу' },
};
