import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: a new case ({reference})',
  preheader: 'First response due {due}.',
  heading: 'A new case',
  body: [
    'Category: {category}. The first response is due by {due}. The words of the report stand only in the Restricted workbook.',
  ],
  buttons: {
    open: 'Open the row',
  },
};
