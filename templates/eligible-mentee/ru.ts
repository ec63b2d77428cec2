import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Всё готово: скоро выбор ментора',
  preheader: 'Мы напишем, когда откроется выбор.',
  heading: 'Вы в программе',
  body: [
    'Вводная встреча засчитана, она действует {validUntil:until}. Как только откроется выбор, вы получите ссылку на каталог менторов.',
  ],
  buttons: {
    rest: 'Сделать паузу',
    leave: 'Отказаться от участия',
  },
  line: 'Вводная встреча засчитана и действует {validUntil:until}; дальше — выбор ментора.',
};
