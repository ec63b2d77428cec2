import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Is this your new address?',
  preheader: 'Until you say so, our letters stay here.',
  heading: 'A new address',
  body: [
    'In our form a new address was given for you: {address}. Until you confirm it here, our letters go on coming to this address.',
    'If it was not you, please do nothing, and tell us by replying to this letter.',
  ],
  buttons: {
    confirm: 'Yes, use the new address',
  },
  line: 'A new address was given for you: {address}. Please confirm it.',
};
