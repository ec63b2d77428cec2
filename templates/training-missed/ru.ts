import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Вас не хватало: ближайшие вводные встречи',
  preheader: 'Выберите другую встречу.',
  heading: 'Есть ещё возможность',
  body: [
    'На вашей вводной встрече вас не было. Ничего страшного, вот следующие:',
    {
      sessions: 'sessions',
      button: 'Записаться',
    },
  ],
  buttons: {},
  line: 'Вы пропустили вводную встречу; вот следующая.',
};
