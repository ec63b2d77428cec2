import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: сауалнамаңыз ({partner})',
  preheader: 'Үш минут.',
  heading: 'Сауалнамаңызды күтеміз',
  body: [
    '{partner} екеуіңіздің тәлімгерлігіңіз қалай өтті? Келесі маусымда нені жақсартатынымыз жауаптарыңызға байланысты. {answerBy:until} күтеміз.',
  ],
  buttons: {
    survey: 'Сауалнамаға жауап беру',
  },
  line: '{partner} екеуіңіз туралы қорытынды сауалнама {answerBy:until} ашық.',
};
