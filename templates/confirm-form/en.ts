import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Did you send our form again?',
  preheader: 'Please use your own link.',
  heading: 'Was that you?',
  body: [
    'Somebody answered the application form with your address. Because the answer came without your personal link, nothing was changed.',
    'If it was you, please answer once more through this link. If not, you need not do anything.',
  ],
  buttons: {
    form: 'Change my answers',
  },
  line: 'Somebody answered the form with your address; nothing was changed.',
};
