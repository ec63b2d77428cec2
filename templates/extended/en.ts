import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your mentorship with {partner} is extended',
  preheader: 'The new end: {endsOn}.',
  heading: 'Extended',
  body: ['Both of you agreed: the formal time with {partner} now ends on {endsOn}.'],
  buttons: {},
};
