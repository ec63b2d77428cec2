import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Please put right: {subject}',
  preheader: 'The moderator has returned it; the clock stands still meanwhile.',
  heading: 'Back to you',
  body: [
    'The moderator has read "{subject}" and returns it to you. Change it on the draft page and hand it in again; what you wrote is all there.',
    { facts: 'comment' },
    { heading: 'What the rules found' },
    { facts: 'findings' },
    { heading: 'Dates' },
    { facts: 'dates' },
  ],
  buttons: { draft: 'Put it right' },
};
