import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Not approved: {subject}',
  preheader: 'It is not sent.',
  heading: 'Not approved',
  body: [
    '"{subject}" was not approved and is not sent.',
    { facts: 'comment' },
    'If anything is unclear, reply to this letter. A new request is possible at any time with the form.',
  ],
  buttons: { draft: 'See the request' },
};
