import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Ждут вас: {count}',
  preheader: 'Очередь на сегодня.',
  heading: 'Сегодня {count|ждёт # дело|ждут # дела|ждут # дел}',
  body: [
    {
      needs: 'needs',
      none: 'Сегодня вас ничего не ждёт.',
      button: 'Открыть',
    },
    {
      heading: 'Сезон',
    },
    {
      facts: 'season',
    },
  ],
  buttons: {
    sheet: 'Открыть «Needs you»',
    calendar: 'Календарь рассылок',
  },
};
