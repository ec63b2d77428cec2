import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Сіз тәлімгерлікті аяқтадыңыз: {partner}',
  preheader: 'Жұбыңыз бен Орталық біледі.',
  heading: 'Қалауыңызша аяқталды',
  body: [
    '{partner} екеуіңіздің тәлімгерлігіңіз аяқталды. Жұбыңызға бейтарап сөзбен хабарланды, Орталық та біледі.',
    '{next}',
    'Қаласаңыз, бір сұраққа жауап беріңіз; оны тек Орталық оқиды.',
  ],
  buttons: {
    question: 'Бір сұрақ',
  },
};
