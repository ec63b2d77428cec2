import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Too late to send: {subject}',
  preheader: 'What is still possible stands in this letter.',
  heading: 'No day is left',
  body: [
    'No working day is left on which "{subject}" may go out, and a mailing never goes out late. So it is not sent.',
    { facts: 'dates' },
    { heading: 'What is still open' },
    { list: 'open' },
    'Reply to this letter and say what suits you; the Center helps.',
  ],
  buttons: { draft: 'See the request' },
};
