import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Ұзартылды: {partner} екеуіңіз',
  preheader: 'Жаңа аяқталу күні: {endsOn}.',
  heading: 'Ұзартылды',
  body: ['Екеуіңіз де келістіңіздер: {partner} екеуіңіздің ресми бағдарламаңыз енді {endsOn:until} созылады.'],
  buttons: {},
};
