import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: прошла половина срока: {subject}',
  preheader: 'Решения пока нет.',
  heading: 'Прошла половина срока',
  body: [
    'Половина рабочего времени на «{subject}» прошла, а решения нет. Оно нужно {due:until}.',
    'Вы получили это письмо как заместитель или потому, что сообщить больше некому. Если модератор уже занят рассылкой, ничего делать не нужно.',
  ],
  buttons: { moderate: 'Открыть страницу' },
};
