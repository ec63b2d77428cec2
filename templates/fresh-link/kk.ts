import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Жаңа сілтемеңіз',
  preheader: 'Бұрынғысының мерзімі өтіп кеткен.',
  heading: 'Міне, жаңа сілтеме',
  body: ['Сіз жаңа сілтеме сұрадыңыз: {what}.'],
  buttons: {
    open: 'Бетті ашу',
  },
};
