import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Кері алынды: {subject}',
  preheader: 'Ештеңе жіберілмейді.',
  heading: 'Кері алынды',
  body: [
    '«{subject}» таратылымы кері алынды. Ештеңе жіберілмейді, оны енді ешкім күтіп тұрған жоқ.',
    'Бұл қателік болса, осы хатқа жауап жазыңыз немесе форма арқылы қайта сұраңыз.',
  ],
  buttons: { draft: 'Өтінімді көру' },
};
