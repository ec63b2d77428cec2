import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Have {partner} and you reached your goals?',
  preheader: 'If you both say so, it is complete.',
  heading: 'Goals reached?',
  body: [
    '{partner} says that you have reached your goals. If you see it the same way, the mentorship is completed now, with everything that belongs to it.',
  ],
  buttons: {
    agree: 'Yes, we have',
    disagree: 'Not yet',
  },
  line: '{partner} says that you have reached your goals. Do you see it the same way?',
};
