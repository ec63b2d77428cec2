import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: the Center decides: {subject}',
  preheader: 'It needs the approval of the Center by {due}.',
  heading: 'The Center is asked',
  body: [
    '"{subject}" goes to more than the unit\'s own alumni, or the unit has not submitted its contact data; so it needs the approval of the Center, too. It is moderated at the same time. Both are due by {due}.',
    { facts: 'request' },
  ],
  buttons: { moderate: 'Open the page', calendar: 'Calendar of mailings' },
};
