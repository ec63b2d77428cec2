import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Мақұлданбады: {subject}',
  preheader: 'Таратылым жіберілмейді.',
  heading: 'Мақұлданбады',
  body: [
    '«{subject}» таратылымы мақұлданбады, сондықтан жіберілмейді.',
    { facts: 'comment' },
    'Түсініксіз жері болса, осы хатқа жауап жазыңыз. Форма арқылы кез келген уақытта жаңа өтінім беруге болады.',
  ],
  buttons: { draft: 'Өтінімді көру' },
};
