import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: to moderate: {subject}',
  preheader: 'Your answer is due by {due}.',
  heading: 'A mailing to moderate',
  body: [
    '"{subject}" has been handed in and waits for a moderator. An answer is due by {due}.',
    { facts: 'request' },
    'The page shows the findings, the preview, who gets it and the free days. There you approve it, return it or reject it, in your own name: the link is yours alone.',
  ],
  buttons: { moderate: 'Open the page', calendar: 'Calendar of mailings' },
};
