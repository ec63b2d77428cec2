import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'A few things from the mentorship programme',
  preheader: 'Nearest date first.',
  heading: 'For you today',
  body: [
    {
      items: 'items',
    },
  ],
  buttons: {},
};
