import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{partner} сізден хабар күтеді',
  preheader: 'Қысқа белгі жеткілікті.',
  heading: 'Қысқа белгі?',
  body: [
    '{partner} сізден хабар күтеді. Қысқа хабарлама немесе байланыста екеніңізді білдіретін бір рет басу жеткілікті.',
  ],
  buttons: {
    answer: 'Мен байланыстамын',
  },
  line: '{partner} сізден хабар күтеді; қысқа белгі жеткілікті.',
};
