import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your report {reference} is closed',
  preheader: 'Tell us if anything is open.',
  heading: 'Closed',
  body: ['The Center has closed the case {reference}. If anything is still open, tell us.'],
  buttons: {
    issue: 'Report again',
  },
};
