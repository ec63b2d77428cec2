import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'New dates: {subject}',
  preheader: 'Please look whether they still suit you.',
  heading: 'The dates have changed',
  body: [
    'The day it is about or the calendar of working days has changed. For "{subject}" these dates hold now:',
    { facts: 'dates' },
    'If they no longer suit you, change the request on its page, or withdraw it there.',
  ],
  buttons: { draft: 'Open the page of the request' },
};
