import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Қайтарып алынды: {subject}',
  preheader: 'Ештеңе жіберілмейді.',
  heading: 'Қайтарып алынды',
  body: [
    '«{subject}» хаты қайтарып алынды. Ештеңе жіберілмейді, оны енді ешкім күтіп тұрған жоқ.',
    'Бұл қателік болса, осы хатқа жауап жазыңыз немесе форма арқылы қайта сұраңыз.',
  ],
  buttons: { draft: 'Сұрауды көру' },
};
