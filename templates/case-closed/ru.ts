import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Ваше обращение {reference} закрыто',
  preheader: 'Скажите, если что-то осталось.',
  heading: 'Закрыто',
  body: ['Центр закрыл обращение {reference}. Если что-то осталось нерешённым, напишите нам.'],
  buttons: {
    issue: 'Сообщить ещё раз',
  },
};
