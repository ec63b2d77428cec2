import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'You go on: your mentorship with {partner}',
  preheader: 'The formal part is complete.',
  heading: 'The formal part is complete',
  body: [
    '{partner} and you carry on informally, after {monthsConfirmed|# month|# months} of contact.',
    'From now on nothing is asked any more. You are responsible for your relationship yourselves, and the Center is not responsible for partnerships that continue after the formal end.',
    'All the best to both of you.',
  ],
  buttons: {},
};
