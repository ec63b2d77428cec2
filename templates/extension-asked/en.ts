import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Longer with {partner}?',
  preheader: 'Proposed end: {newEnd}.',
  heading: 'Would you like to go on longer?',
  body: ['The Center proposes that the mentorship with {partner} lasts until {newEnd}. It holds if both of you agree.'],
  buttons: {
    agree: 'I agree',
    disagree: 'I do not agree',
  },
  line: 'The Center proposes to extend your mentorship with {partner} until {newEnd}.',
};
