import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Есеп: {subject}',
  preheader: 'Жіберілді: {sent}. Жеткізілмеді: {failed}.',
  heading: 'Қалай өтті',
  body: [
    '«{subject}» хатын жіберу аяқталды.',
    {
      points: [
        'Жіберілді: {sent}',
        'Пошта сервері қабылдамады: {failed}',
        'Қайтып келді: {bounced}',
        'Жіберілмеді: {left}',
      ],
    },
    'Модерация мерзімі: {clock}. Хаттың ашылғаны бақыланбайды.',
  ],
  buttons: { open: 'Хаттың бетін ашу' },
};
