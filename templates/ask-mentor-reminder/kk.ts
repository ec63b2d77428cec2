import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: {mentee} жауабыңызды күтіп отыр',
  preheader: 'Бір рет басып қабылдаңыз немесе бас тартыңыз.',
  heading: 'Сізді бір сұрау күтіп тұр',
  body: [
    '{mentee} сізді тәлімгер еткісі келеді. Жауабыңызды {answerBy:until} күтеміз; содан кейін тізімдегі келесі тәлімгерден сұраймыз.',
  ],
  buttons: {
    accept: 'Қабылдаймын',
    decline: 'Бас тартамын',
  },
  line: '{mentee} жауабыңызды {answerBy:until} күтеді.',
};
