import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'No longer needed: {subject}',
  preheader: 'There is nothing to moderate any more.',
  heading: 'Nothing left to do',
  body: ['{why} You need not do anything about "{subject}" any more.'],
  buttons: { moderate: 'See how it stands' },
};
