import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Қайта қош келдіңіз!',
  preheader: 'Әрі қарай не болады.',
  heading: 'Қайта қош келдіңіз!',
  body: ['Сіз қайтадан {role} ретінде қатысасыз. Келесі қадам туралы хат жібереміз.'],
  buttons: {},
};
