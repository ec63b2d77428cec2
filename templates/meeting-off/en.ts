import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Called off: your meeting with {partner}',
  preheader: '{at}',
  heading: 'This meeting does not take place',
  body: [
    'Your meeting with {partner} ({at}) is called off.',
    'If your calendar still shows it, open the file that comes with this letter.',
  ],
  buttons: {},
};
