import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Ұзартамыз ба? ({partner} екеуіңіз)',
  preheader: 'Ұсынылған аяқталу күні: {newEnd}.',
  heading: 'Ұзағырақ жалғастырғыңыз келе ме?',
  body: [
    'Орталық {partner} екеуіңіздің тәлімгерлігіңізді {newEnd:until} ұзартуды ұсынады. Екеуіңіз де келіссеңіздер ғана күшіне енеді.',
  ],
  buttons: {
    agree: 'Келісемін',
    disagree: 'Келіспеймін',
  },
  line: 'Орталық {partner} екеуіңіздің тәлімгерлігіңізді {newEnd:until} ұзартуды ұсынады.',
};
