import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Новые сроки: {subject}',
  preheader: 'Посмотрите, подходят ли они вам.',
  heading: 'Сроки изменились',
  body: [
    'Изменился день, о котором рассылка, или календарь рабочих дней. Для «{subject}» теперь действуют такие сроки:',
    { facts: 'dates' },
    'Если они вам не подходят, измените заявку на её странице или отзовите её там же.',
  ],
  buttons: { draft: 'Открыть страницу заявки' },
};
