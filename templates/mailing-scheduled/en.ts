import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{at:short}: "{subject}" goes out',
  preheader: 'It is approved.',
  heading: 'Approved',
  body: [
    '"{subject}" is approved and goes out on {at}. Recipients: {recipients}.',
    'Until that hour you can still withdraw it on its page. A change of the text or of the recipients takes the approval back, and it is moderated anew.',
  ],
  buttons: { draft: 'Open the page of the mailing' },
};
