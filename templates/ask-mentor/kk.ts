import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: {mentee} сізді тәлімгер еткісі келеді',
  preheader: 'Бір рет басып қабылдаңыз немесе бас тартыңыз.',
  heading: '{mentee} сізді тәлімгер еткісі келеді',
  body: [
    {
      facts: 'profile',
    },
    {
      heading: 'Тәлім алушының мақсаттары, өз сөзімен',
    },
    '{goals}',
    {
      heading: 'Ортақ тұстарыңыз',
    },
    {
      list: 'commonalities',
    },
    'Байланыс деректеріңіз қабылдасаңыз ғана беріледі. Жауабыңызды {answerBy:until} күтеміз.',
  ],
  buttons: {
    accept: 'Қабылдаймын',
    decline: 'Бас тартамын',
  },
};
