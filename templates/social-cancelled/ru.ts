import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Не публикуйте: {subject}',
  preheader: 'Просьба отменена.',
  heading: 'Этот пост не нужен',
  body: [
    'Рассылка «{subject}» в прежнем виде не выходит, поэтому и пост отменён. Если он уже опубликован, снимите его, пожалуйста.',
    'Если он снова понадобится, придёт новое письмо с новой ссылкой.',
  ],
  buttons: {},
};
