import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Новый семестр: удобно ли время ваших встреч?',
  preheader: 'Посмотрите вместе.',
  heading: 'Начинается новый семестр',
  body: [
    'Новый семестр начинается {semester:on}. Посмотрите вместе ({partner} и вы), удобно ли ещё время встреч, и перенесите их, если нет.',
  ],
  buttons: {
    plan: 'Наш ритм изменился',
  },
  line: 'Новый семестр начинается {semester:on}: удобно ли ещё время ваших встреч ({partner})?',
};
