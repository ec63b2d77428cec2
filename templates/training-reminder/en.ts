import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{at:short}: your training session',
  preheader: '{title}',
  heading: 'Your training is coming up',
  body: ['"{title}" takes place on {at}.', 'Where: {place}.'],
  buttons: {
    cancel: 'I cannot come',
  },
  line: 'Your training "{title}" is on {at}, {place}.',
};
