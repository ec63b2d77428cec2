import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{confirmBy:short}: your agreement with {partner}',
  preheader: 'One press and the mentorship can begin.',
  heading: 'Your confirmation is missing',
  body: [
    'The agreement with {partner} is not confirmed by you yet. After {confirmBy} the place is given to somebody else.',
  ],
  buttons: {
    confirm: 'I confirm the agreement',
    refuse: 'I do not confirm',
  },
  line: 'Your agreement with {partner} waits for your confirmation until {confirmBy}.',
};
