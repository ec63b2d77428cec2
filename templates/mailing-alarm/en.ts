import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: nearly overdue: {subject}',
  preheader: 'It must be decided by {due}.',
  heading: 'Nearly overdue',
  body: [
    '"{subject}" is still undecided, and its time ends soon: it is due by {due}. After that the record says that the time was not kept.',
  ],
  buttons: { moderate: 'Decide now' },
};
