import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your place is booked: {title}',
  preheader: '{at}',
  heading: 'See you there',
  body: [
    'You are booked for "{title}".',
    '{at}, {place}.',
    'If you cannot come, cancel in time so that somebody else gets the place.',
  ],
  buttons: {
    calendar: 'Add to my calendar',
    cancel: 'Cancel the booking',
  },
};
