import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Сіз жазылдыңыз: {title}',
  preheader: '{at}',
  heading: 'Жиында кездескенше!',
  body: [
    'Сіз «{title}» жиынына жазылдыңыз.',
    '{at}, {place}.',
    'Келе алмасаңыз, орын басқаға бұйыруы үшін жазбаны алдын ала болдырмаңыз.',
  ],
  buttons: {
    calendar: 'Күнтізбеге қосу',
    cancel: 'Жазбаны болдырмау',
  },
};
