import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: half the time has passed: {subject}',
  preheader: 'Nobody has decided yet.',
  heading: 'Half the time has passed',
  body: [
    'Half of the working time for "{subject}" has passed and it is not decided. It is due by {due}.',
    'You get this letter as a deputy, or since nobody else can be told. If the moderator is at it, you need not do anything.',
  ],
  buttons: { moderate: 'Open the page' },
};
