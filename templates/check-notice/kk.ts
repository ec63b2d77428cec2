import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: сөйлестіңіздер ме? Аяқталуға жақын ({partner})',
  preheader: 'Ресми бөлігі {endsOn:until} созылады.',
  heading: 'Осы айда сөйлестіңіздер ме?',
  body: [
    '{partner} екеуіңіз: {months} айдың {month}-айы. Бір рет басу жеткілікті. Жауабыңызды {answerBy:until} күтеміз.',
    'Ресми бөлігі {endsOn:until} созылады. Мақсаттарыңызды еске алып, бейресми жалғастырғыңыз келе ме, ойланып көретін кез.',
  ],
  buttons: {
    answer: 'Жауап беру',
  },
  line: '{partner} екеуіңіз сөйлестіңіздер ме ({months} айдың {month}-айы)? Ресми бөлігі {endsOn:until} созылады. Жауабыңызды {answerBy:until} күтеміз.',
};
