import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your certificate of appreciation',
  preheader: 'With thanks from the university.',
  heading: 'With thanks',
  body: [
    'The university thanks you for being a mentor in the season {season}. Mentees: {mentees}; months with confirmed contact: {months}.',
    'Anybody can check on a small page that your certificate is real. It shows your name only if you agreed to that.',
  ],
  buttons: {
    certificate: 'Open the certificate',
  },
};
