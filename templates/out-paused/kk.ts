import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Қатысуыңыз кідіртілді',
  preheader: 'Бір рет бассаңыз, қайта қосыласыз.',
  heading: 'Белгілеп қойдық',
  body: ['Қатысуыңыз кідіртілді. Қайта келгенше сізден ештеңе сұрамаймыз; кез келген уақытта қайта келе аласыз.'],
  buttons: {
    resume: 'Жалғастырамын',
    leave: 'Бағдарламадан шығамын',
  },
};
