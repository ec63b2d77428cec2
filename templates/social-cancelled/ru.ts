import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Не публикуйте: {subject}',
  preheader: 'Просьба отменена.',
  heading: 'Публикация не нужна',
  body: [
    'Рассылка «{subject}» в прежнем виде не выходит, поэтому и публикация отменена. Если она уже вышла, снимите её, пожалуйста.',
    'Если она снова понадобится, придёт новое письмо с новой ссылкой.',
  ],
  buttons: {},
};
