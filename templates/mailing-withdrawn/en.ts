import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Withdrawn: {subject}',
  preheader: 'Nothing is sent.',
  heading: 'Withdrawn',
  body: [
    '"{subject}" was withdrawn. Nothing is sent, and nobody waits for it any more.',
    'If that was a mistake, reply to this letter, or ask for it anew with the form.',
  ],
  buttons: { draft: 'See the request' },
};
