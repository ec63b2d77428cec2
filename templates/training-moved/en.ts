import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your training has moved: {title}',
  preheader: 'Now {at}',
  heading: 'Your training has moved',
  body: [
    'The Center has moved "{title}". Your place is kept.',
    'Now: {at}, {place}.',
    'If the new time does not suit you, cancel here and book another session from your invitation.',
  ],
  buttons: {
    calendar: 'Add the new time to my calendar',
    cancel: 'I cannot come then',
  },
};
