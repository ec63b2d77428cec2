import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your participation: {what}',
  preheader: 'You can come back at any time.',
  heading: 'Noted',
  body: ['{what}.', '{back}'],
  buttons: {
    form: 'Come back',
  },
};
