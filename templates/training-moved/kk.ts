import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Жиынның уақыты өзгерді: {title}',
  preheader: 'Енді: {at}',
  heading: 'Жиынның уақыты өзгерді',
  body: [
    'Орталық «{title}» жиынының уақытын ауыстырды. Орныңыз сақталды.',
    'Енді: {at}, {place}.',
    'Жаңа уақыт ыңғайсыз болса, жазбаны осы жерден болдырмай, шақыру хатынан басқа жиынды таңдаңыз.',
  ],
  buttons: {
    calendar: 'Жаңа уақытты күнтізбеге қосу',
    cancel: 'Ол уақытта келе алмаймын',
  },
};
