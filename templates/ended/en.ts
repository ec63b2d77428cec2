import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your mentorship with {partner} has ended',
  preheader: 'Nobody has to give a reason.',
  heading: 'The mentorship has ended',
  body: [
    'The mentorship with {partner} has ended. Either side may stop at any time, and nobody has to give a reason.',
    '{next}',
    'If you like, answer one question; only the Center reads it.',
  ],
  buttons: {
    question: 'One question',
  },
};
