import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: жарияланды ма? {subject}',
  preheader: 'Бүгін растауыңызды сұраймыз.',
  heading: 'Жарияланды ма?',
  body: [
    '«{subject}» жазбасы әлі расталмаған. Ол {due:until} керек. Жарияланған болса, бетте сілтемесін көрсетіңіз.',
    { facts: 'post' },
  ],
  buttons: { social: 'Жазбаны растау' },
};
