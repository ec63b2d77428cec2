import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Менторство не начнётся: {partner}',
  preheader: 'Никто не виноват.',
  heading: 'На этот раз не начнётся',
  body: [
    'Соглашение ({partner} и вы) подтвердили не обе стороны, поэтому место снова свободно. Никто не виноват.',
    '{next}',
  ],
  buttons: {},
};
