import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: жаңа өтініш ({reference})',
  preheader: 'Алғашқы жауап мерзімі: {due}.',
  heading: 'Жаңа өтініш',
  body: ['Санаты: {category}. Алғашқы жауап {due:until} берілуі керек. Өтініштің мәтіні тек жабық кестеде тұр.'],
  buttons: {
    open: 'Жолды ашу',
  },
};
