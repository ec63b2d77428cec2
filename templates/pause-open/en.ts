import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your mentorship with {partner} pauses',
  preheader: 'Nothing is asked meanwhile.',
  heading: 'A pause',
  body: [
    'The mentorship with {partner} pauses. Nothing is asked meanwhile, and the end moves by the same time. You get a letter as soon as it goes on.',
  ],
  buttons: {
    resume: 'Go on earlier',
  },
};
