import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Таңдауыңызды қабылдай алмадық',
  preheader: 'Себебі мынау.',
  heading: 'Таңдауыңызды қабылдай алмадық',
  body: ['Сіз тәлімгерлерді форма арқылы таңдадыңыз. {why}'],
  buttons: {
    catalogue: 'Каталогты ашу',
  },
};
