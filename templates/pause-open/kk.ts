import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Үзіліс: {partner} екеуіңіз',
  preheader: 'Бұл кезде ештеңе сұралмайды.',
  heading: 'Үзіліс',
  body: [
    '{partner} екеуіңіздің тәлімгерлігіңіз кідіртілді. Бұл кезде ештеңе сұрамаймыз, аяқталу күні де сонша уақытқа жылжиды. Жалғасқан бойда хат аласыз.',
  ],
  buttons: {
    resume: 'Ертерек жалғастыру',
  },
};
