import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Есеп: {subject}',
  preheader: 'Жіберілді: {sent}. Жеткізілмеді: {failed}.',
  heading: 'Қалай өтті',
  body: [
    '«{subject}» таратылымын жіберу аяқталды.',
    {
      points: [
        'Жіберілді: {sent}',
        'Пошта сервері қабылдамады: {failed}',
        'Қайтып келді: {bounced}',
        'Жіберілмеді: {left}',
        'Жеткені белгісіз, Орталық тексереді: {unknown}',
      ],
    },
    'Модерация мерзімі: {clock}. Хаттардың ашылғаны бақыланбайды.',
  ],
  buttons: { open: 'Таратылымның бетін ашу' },
};
