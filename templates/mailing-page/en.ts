import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'The page you asked for: {subject}',
  preheader: 'Only there it is decided.',
  heading: 'Your page',
  body: [
    'Somebody asked for the page of "{subject}". Decisions count only there, in your own name.',
    { facts: 'request' },
  ],
  buttons: { moderate: 'Open the page' },
};
