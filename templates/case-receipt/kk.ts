import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Хабарламаңызды алдық ({reference})',
  preheader: 'Сізге Орталық қызметкері жауап береді.',
  heading: 'Хабарламаңызды алдық',
  body: [
    'Айтқаныңызға рақмет. Орталық қызметкері сізбен {answerBy:until} сөйлеседі. Жұбыңыз бұл туралы білмейді.',
    'Нөмірі: {reference}. Біреуге қауіп төнсе, бізді күтпеңіз: 112 жедел қызметіне қоңырау шалыңыз.',
  ],
  buttons: {},
};
