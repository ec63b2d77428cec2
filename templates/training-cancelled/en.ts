import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Cancelled: {title}',
  preheader: '{at}',
  heading: 'Your place is given back',
  body: [
    'You no longer have a place in "{title}", {at}, {place}.',
    'The session is taken out of your calendar, if you put it there. You may book another one from your invitation; when a new session is announced, we write to you.',
  ],
  buttons: {},
};
