import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: осы ай туралы бір ауыз сөз ({partner})',
  preheader: 'Бір рет басу жеткілікті.',
  heading: 'Осы ай туралы бір ауыз сөз?',
  body: ['{partner} екеуіңіз туралы {month}-айдың жауабын әлі алған жоқпыз. Жауабыңызды {answerBy:until} күтеміз.'],
  buttons: {
    answer: 'Жауап беру',
  },
  line: '{partner} екеуіңіз: {month}-айдың жауабы жоқ; {answerBy:until} күтеміз.',
};
