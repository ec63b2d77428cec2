import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Менторство завершено: {partner} и вы',
  preheader: 'Причину называть не нужно.',
  heading: 'Менторство завершено',
  body: [
    'Менторство завершилось ({partner} и вы). Каждый может остановиться в любой момент и не обязан называть причину.',
    '{next}',
    'Если хотите, ответьте на один вопрос; ответ читает только Центр.',
  ],
  buttons: {
    question: 'Один вопрос',
  },
};
