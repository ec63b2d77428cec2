import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Күнтізбеге: кездесу ({partner} екеуіңіз)',
  preheader: '{at}',
  heading: 'Кездесуіңіз',
  body: [
    '{partner} екеуіңіз кездесесіздер: {at}, {minutes} минут.',
    'Байланысу тәсілдеріңіз: {contact}',
    'Күнтізбе оны өзі қоспаса, хатқа тіркелген файлды ашыңыз. Екеуіңіздің кез келгеніңіз оны ауыстыра не одан бас тарта аласыз.',
  ],
  buttons: {
    move: 'Басқа күн немесе уақыт',
    off: 'Кездесуден бас тарту',
  },
};
