import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Choose your training session',
  preheader: 'A short orientation comes before the first match.',
  heading: 'Choose a training session',
  body: [
    'Before anybody is matched, mentors and mentees attend one short session of the Center. Please book the one that suits you:',
    {
      sessions: 'sessions',
      button: 'Book',
    },
  ],
  buttons: {},
  line: 'Please book a training session; it comes before the first match.',
};
