import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your participation is paused',
  preheader: 'One press and you are back.',
  heading: 'Noted',
  body: ['Your participation is paused. Nothing is asked of you until you come back, and you may do so at any time.'],
  buttons: {
    resume: 'I go on',
    leave: 'I leave the programme',
  },
};
