import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Енді қажет емес: {subject}',
  preheader: 'Модерация керек емес.',
  heading: 'Жұмыс қалмады',
  body: ['{why} «{subject}» бойынша енді ештеңе істеу керек емес.'],
  buttons: { moderate: 'Қалай аяқталғанын көру' },
};
