import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Жалғасады: {partner} екеуіңіз',
  preheader: 'Жаңа аяқталу күні: {endsOn}.',
  heading: 'Жалғасады',
  body: ['Үзіліс аяқталды. {partner} екеуіңіздің ресми бағдарламаңыз енді {endsOn:until} созылады.'],
  buttons: {},
};
