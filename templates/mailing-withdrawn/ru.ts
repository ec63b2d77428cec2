import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Отозвано: {subject}',
  preheader: 'Ничего не отправляется.',
  heading: 'Отозвано',
  body: [
    'Рассылка «{subject}» отозвана. Ничего не отправляется, и никто её больше не ждёт.',
    'Если это ошибка, ответьте на это письмо или подайте новую заявку через форму.',
  ],
  buttons: { draft: 'Посмотреть заявку' },
};
