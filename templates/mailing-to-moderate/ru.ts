import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: на модерацию: {subject}',
  preheader: 'Ответ нужен {due:until}.',
  heading: 'Рассылка на модерацию',
  body: [
    'Рассылка «{subject}» сдана и ждёт модератора. Ответ нужен {due:until}.',
    { facts: 'request' },
    'На странице видны замечания, вид письма, получатели и свободные дни. Там вы одобряете рассылку, возвращаете или отклоняете её от своего имени: ссылка только для вас.',
  ],
  buttons: { moderate: 'Открыть страницу', calendar: 'Календарь рассылок' },
};
