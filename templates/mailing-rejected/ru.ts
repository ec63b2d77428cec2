import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Не одобрено: {subject}',
  preheader: 'Рассылка не отправляется.',
  heading: 'Не одобрено',
  body: [
    'Рассылка «{subject}» не одобрена и не отправляется.',
    { facts: 'comment' },
    'Если что-то непонятно, ответьте на это письмо. Новую заявку можно подать в любое время через форму.',
  ],
  buttons: { draft: 'Посмотреть заявку' },
};
