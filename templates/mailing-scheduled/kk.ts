import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{at:short}: «{subject}» жіберіледі',
  preheader: 'Таратылым мақұлданды.',
  heading: 'Мақұлданды',
  body: [
    '«{subject}» таратылымы мақұлданды, ол {at:on} жіберіледі. Алушылар саны: {recipients}.',
    'Осы сағатқа дейін оны өз бетінде кері алуға болады. Мәтін немесе алушылар өзгерсе, мақұлдау күшін жояды да, таратылым қайта модерациядан өтеді.',
  ],
  buttons: { draft: 'Таратылымның бетін ашу' },
};
