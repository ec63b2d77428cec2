import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Do you agree? {subject}',
  preheader: 'One button, and it goes on.',
  heading: 'The moderator has put it right',
  body: [
    'For "{subject}" the moderator has prepared a version that fits the rules. It counts only if you agree.',
    { facts: 'comment' },
    { heading: 'What is different' },
    { facts: 'changes' },
    'On the page both versions stand side by side. If you do not agree, change the draft yourself and hand it in again; until then the clock stands still.',
  ],
  buttons: { consent: 'See the change and agree', draft: 'Change it myself' },
};
