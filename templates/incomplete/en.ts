import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'A few answers are missing in your application',
  preheader: 'It takes two minutes.',
  heading: 'Almost complete',
  body: [
    'To go on with your application we still need:',
    {
      list: 'missing',
    },
    'The form opens with what you have sent already. Without these answers the application lapses on {lapses}; you may come back at any time.',
  ],
  buttons: {
    form: 'Complete my answers',
  },
  line: 'Some answers of your application are missing; it lapses on {lapses}.',
};
