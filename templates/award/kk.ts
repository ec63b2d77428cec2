import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Тәлімгер ретінде сізге марапат',
  preheader: 'Сіз ең белсенді тәлімгерлердің бірісіз.',
  heading: 'Құттықтаймыз!',
  body: [
    'Орталық сізді {season} маусымының ең белсенді тәлімгерлерінің бірі деп таныды: расталған {months} ай. Рақмет!',
  ],
  buttons: {
    pdf: 'Сертификатты ашу (PDF)',
    certificate: 'Шынайылығын көрсететін бет',
  },
};
