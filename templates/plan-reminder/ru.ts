import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'У вас уже есть план? ({partner})',
  preheader: 'Сообщите одним нажатием.',
  heading: 'У вас уже есть план?',
  body: [
    'Мы спрашиваем только, есть ли план, как вы держите связь и как часто встречаетесь. Сам план остаётся между вами: {partner} и вы.',
  ],
  buttons: {
    plan: 'У нас есть план',
  },
  line: '{partner} и вы: есть ли план, способ связи и ритм встреч?',
};
