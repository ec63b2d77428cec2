import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your certificate of appreciation',
  preheader: 'With thanks from the university.',
  heading: 'With thanks',
  body: [
    'The university thanks you for being a mentor in the season {season}: {mentees|# mentee|# mentees}, and {months|# month|# months} of confirmed contact.',
    'Anybody can check on a small page that your certificate is real. It shows your name only if you agreed to that.',
    'Please stay in touch with the university: its news and the yearly Road Map come in the digest, and what alumni answer in the destination survey helps those who study now.',
  ],
  buttons: {
    pdf: 'Open the certificate (PDF)',
    certificate: 'Page that shows it is real',
  },
};
