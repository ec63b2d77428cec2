import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Completed: your mentorship with {partner}',
  preheader: 'Thank you.',
  heading: 'Completed',
  body: [
    'Your mentorship with {partner} is complete, with contact in {monthsConfirmed|# month|# months}.',
    'Should you stay in touch, that is your own decision: you are responsible for your relationship yourselves, and the Center is not responsible for what comes after the formal end.',
    'Thank you for taking part.',
  ],
  buttons: {},
};
