import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Жарияламаңыз: {subject}',
  preheader: 'Өтінім күшін жойды.',
  heading: 'Мұны жарияламаңыз',
  body: [
    '«{subject}» сол күйінде жіберілмейді, сондықтан жазбасы да керек емес. Жарияланып қойса, алып тастауыңызды сұраймыз.',
    'Қайта қажет болса, жаңа сілтемесі бар жаңа хат келеді.',
  ],
  buttons: {},
};
