import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'We missed you: other training sessions',
  preheader: 'Pick another session.',
  heading: 'There is another chance',
  body: [
    'You were not at your session. No harm done; here are the next ones:',
    {
      sessions: 'sessions',
      button: 'Book',
    },
  ],
  buttons: {},
  line: 'You missed your session; here is the next one.',
};
