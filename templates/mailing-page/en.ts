import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'The page you asked for: {subject}',
  preheader: 'Only there it is decided.',
  heading: 'Your page',
  body: [
    'Somebody chose "Send me the page" in the row of "{subject}". A cell cannot say who decides, so decisions are made on the page, in your own name.',
    { facts: 'request' },
  ],
  buttons: { moderate: 'Open the page' },
};
