import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: срок истекает: {subject}',
  preheader: 'Решение нужно {due:until}.',
  heading: 'Срок истекает',
  body: [
    'По «{subject}» всё ещё нет решения, а времени почти не осталось: оно нужно {due:until}. После этого будет записано, что срок не соблюдён.',
  ],
  buttons: { moderate: 'Решить сейчас' },
};
