import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: would this mentor suit you?',
  preheader: 'A mentor proposed by the Center.',
  heading: 'A proposal for you',
  body: [
    'The Center proposes a mentor whom you did not rank. Nothing happens without your yes.',
    {
      facts: 'profile',
    },
    {
      heading: 'What you have in common',
    },
    {
      list: 'commonalities',
    },
    'Please answer by {answerBy}.',
  ],
  buttons: {
    accept: 'Yes, please ask',
    decline: 'No, thank you',
  },
};
