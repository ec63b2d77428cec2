import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Қатысуыңыз: {what}',
  preheader: 'Кез келген уақытта қайта келе аласыз.',
  heading: 'Белгілеп қойдық',
  body: ['{what}.', '{back}'],
  buttons: {
    form: 'Қайта келу',
  },
};
