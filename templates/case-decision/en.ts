import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'A decision about case {reference} waits for you',
  preheader: '{decision}. It counts when you decide on the page.',
  heading: '{decision}?',
  body: [
    'Somebody chose "{decision}" for the case {reference} in the Restricted workbook. A cell cannot say who chose it, so nothing has happened yet.',
    'If the decision is yours, take it on the page; your name is kept with it. If it is not, clear the cell in the row.',
  ],
  buttons: {
    decide: 'Decide',
    open: 'Open the row',
  },
};
