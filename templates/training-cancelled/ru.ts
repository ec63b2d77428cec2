import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Запись отменена: {title}',
  preheader: '{at}',
  heading: 'Ваше место освобождено',
  body: [
    'Вы больше не записаны на встречу «{title}»: {at}, {place}.',
    'Если она была в вашем календаре, она оттуда исчезнет. Другую встречу можно выбрать в письме с приглашением; о новых мы напишем.',
  ],
  buttons: {},
};
