import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{at:short}: вводная встреча',
  preheader: '{title}',
  heading: 'Скоро вводная встреча',
  body: ['«{title}» пройдёт {at:on}.', 'Место: {place}.'],
  buttons: {
    cancel: 'Я не смогу прийти',
  },
  line: 'Вводная встреча «{title}» пройдёт {at:on}, {place}.',
};
