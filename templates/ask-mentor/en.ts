import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: {mentee} would like you as a mentor',
  preheader: 'Accept or decline with one press.',
  heading: 'Would you be the mentor of {mentee}?',
  body: [
    {
      facts: 'profile',
    },
    {
      heading: "Goals, in the mentee's words",
    },
    '{goals}',
    {
      heading: 'What you have in common',
    },
    {
      list: 'commonalities',
    },
    'Your contact data are given only if you accept. Please answer by {answerBy}.',
  ],
  buttons: {
    accept: 'Accept',
    decline: 'Decline',
  },
};
