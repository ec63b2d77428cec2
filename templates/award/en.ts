import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'An award for you as a mentor',
  preheader: 'You are among the most active mentors.',
  heading: 'Congratulations',
  body: [
    'The Center chose you as one of the most active mentors of the season {season}, with {months|# confirmed month|# confirmed months}. Thank you!',
  ],
  buttons: {
    pdf: 'Open the certificate (PDF)',
    certificate: 'Page that shows it is real',
  },
};
