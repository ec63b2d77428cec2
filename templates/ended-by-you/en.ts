import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'You have ended the mentorship with {partner}',
  preheader: 'Your partner and the Center know.',
  heading: 'Ended, as you wished',
  body: [
    'The mentorship with {partner} has ended. {partner} was told in neutral words, and the Center knows.',
    '{next}',
    'If you like, answer one question; only the Center reads it.',
  ],
  buttons: {
    question: 'One question',
  },
};
