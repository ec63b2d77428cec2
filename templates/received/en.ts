import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'We have your application',
  preheader: 'Here is what happens next.',
  heading: 'Thank you for applying',
  body: [
    'We have your application as a {role}. Taking part is voluntary for everybody, unpaid, and you may stop at any time.',
    '{next}',
    'The Center keeps your answers only for the programme and shows no more of them than you agreed to.',
  ],
  buttons: { leave: 'I have changed my mind' },
};
