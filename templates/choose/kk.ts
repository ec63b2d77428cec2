import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{closes:short}: тәлімгерлеріңізді таңдаңыз',
  preheader: 'Каталогты қарап, {count} тәлімгерге дейін таңдаңыз.',
  heading: 'Тәлімгерлеріңізді таңдаңыз',
  body: [
    'Таңдау ашық. Қазір {mentors} тәлімгерде бос орын бар.',
    'Ең қалағаныңыздан бастап {count} тәлімгерге дейін атаңыз. Неғұрлым көп атасаңыз, мүмкіндігіңіз соғұрлым жоғары. Таңдау {closes:until} ашық.',
  ],
  buttons: {
    catalogue: 'Каталогты ашу',
    form: 'Форма арқылы жауап беру',
  },
  line: 'Таңдау {closes:until} ашық: {count} тәлімгерге дейін атаңыз.',
};
