import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Өтінішіңіз жабылды ({reference})',
  preheader: 'Шешілмегені болса, айтыңыз.',
  heading: 'Жабылды',
  body: ['Орталық {reference} өтінішін жапты. Шешілмей қалған нәрсе болса, бізге жазыңыз.'],
  buttons: {
    issue: 'Қайта хабарлау',
  },
};
