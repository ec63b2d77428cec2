import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Кездесу болмайды ({partner} екеуіңіз)',
  preheader: '{at}',
  heading: 'Бұл кездесу болмайды',
  body: [
    '{partner} екеуіңіздің кездесулеріңіз ({at}) болмайды.',
    'Күнтізбе оны әлі көрсетіп тұрса, хатқа тіркелген файлды ашыңыз.',
  ],
  buttons: {},
};
