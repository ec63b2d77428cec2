import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Жиында сізді көре алмадық: келесі жиындар',
  preheader: 'Басқа жиынды таңдаңыз.',
  heading: 'Тағы мүмкіндік бар',
  body: [
    'Сіз жиынға келе алмадыңыз. Оқасы жоқ, келесілері мынау:',
    {
      sessions: 'sessions',
      button: 'Жазылу',
    },
  ],
  buttons: {},
  line: 'Сіз жиынға келе алмадыңыз; келесісі мынау.',
};
