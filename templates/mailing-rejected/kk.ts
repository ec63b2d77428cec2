import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Мақұлданбады: {subject}',
  preheader: 'Хат жіберілмейді.',
  heading: 'Мақұлданбады',
  body: [
    '«{subject}» хаты мақұлданбады, сондықтан жіберілмейді.',
    { facts: 'comment' },
    'Түсініксіз жері болса, осы хатқа жауап жазыңыз. Форма арқылы кез келген уақытта жаңа сұрау жіберуге болады.',
  ],
  buttons: { draft: 'Сұрауды көру' },
};
