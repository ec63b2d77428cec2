import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'The mentorship with {partner} does not begin',
  preheader: 'Nobody is at fault.',
  heading: 'It does not begin this time',
  body: [
    'The agreement with {partner} was not confirmed by both sides, so the place is free again. Nobody is at fault.',
    '{next}',
  ],
  buttons: {},
};
