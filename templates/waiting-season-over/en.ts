import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'The season is over',
  preheader: 'Thank you for your patience.',
  heading: 'This season is over',
  body: [
    'We are sorry that no mentor was found for you in this season. The next one opens soon, and your training may still count. One answer to the form is enough to come back.',
  ],
  buttons: {
    form: 'Come back next season',
  },
  line: 'The season has ended without a match; you can come back with one form.',
};
