import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Welcome back',
  preheader: 'Here is what happens next.',
  heading: 'Welcome back',
  body: ['You take part again as a {role}. The next step comes by letter.'],
  buttons: {},
};
