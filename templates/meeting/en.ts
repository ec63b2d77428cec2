import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'For your calendar: you and {partner} meet',
  preheader: '{at}',
  heading: 'Your meeting',
  body: [
    'You and {partner} meet: {at}, for {minutes|# minute|# minutes}.',
    'Your way of contact: {contact}',
    'If your calendar did not take it by itself, open the file that comes with this letter. Either of you can move it or call it off.',
  ],
  buttons: {
    move: 'Another day or time',
    off: 'Call it off',
  },
};
