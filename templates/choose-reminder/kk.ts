import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{closes:short}: тәлімгер таңдауыңызды күтеміз',
  preheader: 'Бірнеше минут қана керек.',
  heading: 'Таңдауыңызды әлі күтеміз',
  body: ['Таңдау {closes:until} ашық. Каталогтан {count} тәлімгерге дейін атаңыз.'],
  buttons: {
    catalogue: 'Каталогты ашу',
  },
  line: 'Тәлімгер таңдауыңызды {closes:until} күтеміз.',
};
