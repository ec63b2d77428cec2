import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: решает Центр: {subject}',
  preheader: 'Согласие Центра нужно {due:until}.',
  heading: 'Нужно согласие Центра',
  body: [
    'Рассылка «{subject}» идёт не только выпускникам своего подразделения, или оно не сдало контактные данные; поэтому нужно и согласие Центра. Модерация идёт в то же время. И то и другое нужно {due:until}.',
    { facts: 'request' },
  ],
  buttons: { moderate: 'Открыть страницу', calendar: 'Календарь рассылок' },
};
