import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your mentorship with {partner} goes on',
  preheader: 'The new end: {endsOn}.',
  heading: 'It goes on',
  body: ['The pause is over. The formal time with {partner} now ends on {endsOn}.'],
  buttons: {},
};
