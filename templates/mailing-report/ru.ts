import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Отчёт: {subject}',
  preheader: 'Отправлено: {sent}. Не доставлено: {failed}.',
  heading: 'Как всё прошло',
  body: [
    'Отправка «{subject}» закончена.',
    {
      points: [
        'Отправлено: {sent}',
        'Не принято почтовым сервером: {failed}',
        'Вернулось: {bounced}',
        'Не отправлено: {left}',
        'Неизвестно, проверит Центр: {unknown}',
      ],
    },
    'Срок модерации: {clock}. Открытия писем не отслеживаются.',
  ],
  buttons: { open: 'Открыть страницу рассылки' },
};
