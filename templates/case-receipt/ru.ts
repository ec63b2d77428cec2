import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Мы получили ваше сообщение ({reference})',
  preheader: 'Вам ответит сотрудник Центра.',
  heading: 'Мы получили ваше сообщение',
  body: [
    'Спасибо, что рассказали. Сотрудник Центра поговорит с вами {answerBy:until}. Ваша пара об этом не узнает.',
    'Номер: {reference}. Если кто-то в опасности, не ждите нас: звоните в экстренные службы по номеру 112.',
  ],
  buttons: {},
};
