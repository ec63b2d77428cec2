import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Жазба күшін жойды: {title}',
  preheader: '{at}',
  heading: 'Орныңыз босатылды',
  body: [
    '«{title}» жиынына жазбаңыз енді жоқ: {at}, {place}.',
    'Күнтізбеңізге қосқан болсаңыз, жиын одан алынады. Шақыру хатынан басқа жиынды таңдай аласыз; жаңа жиын белгіленсе, хабарлаймыз.',
  ],
  buttons: {},
};
