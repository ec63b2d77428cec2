import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: жолдың жартысы ({partner} екеуіңіз)',
  preheader: 'Бір рет басу және екі қысқа сұрақ.',
  heading: 'Жолдың жартысы',
  body: [
    '{partner} екеуіңіз: {months} айдың {month}-айы. Осы айда сөйлестіңіздер ме? Жауабыңызды {answerBy:until} күтеміз.',
    'Жолдың жартысы өтті: жұбыңыз сізге сай ма, бағдарлама нені жақсартуы керек? Жауапты тек Орталық оқиды.',
  ],
  buttons: {
    answer: 'Жауап беру',
    survey: 'Жарты жолдағы екі сұрақ',
  },
  line: 'Жолдың жартысы: {partner} екеуіңіз ({months} айдың {month}-айы). Сөйлестіңіздер ме? Жауабыңызды {answerBy:until} күтеміз.',
};
