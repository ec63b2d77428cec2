import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: {partner} екеуіңіз сөйлестіңіздер ме?',
  preheader: 'Бір рет басу жеткілікті.',
  heading: 'Осы айда сөйлестіңіздер ме?',
  body: [
    '{partner} екеуіңіз: {months} айдың {month}-айы. Бір рет басу жеткілікті: сөйлестіңіздер ме, қандай тәсілмен? Не туралы екенін ешқашан сұрамаймыз.',
    'Жауабыңызды {answerBy:until} күтеміз.',
  ],
  buttons: {
    answer: 'Жауап беру',
  },
  line: '{partner} екеуіңіз осы айда сөйлестіңіздер ме ({months} айдың {month}-айы)? Жауабыңызды {answerBy:until} күтеміз.',
};
