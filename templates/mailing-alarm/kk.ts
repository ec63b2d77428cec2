import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: мерзім бітуге жақын: {subject}',
  preheader: 'Шешім {due:until} керек.',
  heading: 'Мерзім бітуге жақын',
  body: [
    '«{subject}» бойынша шешім әлі жоқ, ал уақыт аз қалды: ол {due:until} керек. Содан кейін мерзім сақталмады деп жазылады.',
  ],
  buttons: { moderate: 'Қазір шешу' },
};
