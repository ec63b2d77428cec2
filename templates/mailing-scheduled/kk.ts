import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{at:short}: «{subject}» жіберіледі',
  preheader: 'Хат мақұлданды.',
  heading: 'Мақұлданды',
  body: [
    '«{subject}» хаты мақұлданды, ол {at:on} жіберіледі. Алушылар саны: {recipients}.',
    'Осы сағатқа дейін оны өз бетінде қайтарып алуға болады. Мәтін немесе алушылар өзгерсе, мақұлдау күшін жояды да, хат қайта модерациядан өтеді.',
  ],
  buttons: { draft: 'Хаттың бетін ашу' },
};
