import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Вы завершили менторство: {partner}',
  preheader: 'Ваша пара и Центр знают.',
  heading: 'Завершено, как вы хотели',
  body: [
    'Менторство завершено. {partner} получит от нас нейтральное сообщение без причин; Центр тоже знает.',
    '{next}',
    'Если хотите, ответьте на один вопрос; ответ читает только Центр.',
  ],
  buttons: {
    question: 'Один вопрос',
  },
};
