import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Moderated once more: {subject}',
  preheader: 'Something changed after the approval.',
  heading: 'It is looked at once more',
  body: [
    'The text or the recipients of "{subject}" have changed since it was approved, so the approval no longer counts. The moderator looks at it again; you need not do anything.',
    { facts: 'dates' },
    'If you did not mean to change anything, reply to this letter.',
  ],
  buttons: { draft: 'See how it stands' },
};
