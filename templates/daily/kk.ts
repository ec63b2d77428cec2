import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Сізді күтіп тұрғаны: {count}',
  preheader: 'Бүгінгі кезек.',
  heading: 'Бүгін сізді {count} іс күтіп тұр',
  body: [
    {
      needs: 'needs',
      none: 'Бүгін сізді күтіп тұрған іс жоқ.',
      button: 'Ашу',
    },
    {
      heading: 'Маусым',
    },
    {
      facts: 'season',
    },
  ],
  buttons: {
    sheet: '«Needs you» ашу',
    calendar: 'Таратылымдар күнтізбесі',
  },
};
