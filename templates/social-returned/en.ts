import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'The post came back: {subject}',
  preheader: 'Something has to be put right first.',
  heading: 'The post came back',
  body: [
    'The communication officer cannot post "{subject}" as it is.',
    { facts: 'comment' },
    'Please clear up together what has to change, and reply to this letter if the Center can help. When it is right, the moderator sends it to the officer again. The mailing itself is not touched by this.',
  ],
  buttons: { open: 'Open the page' },
};
