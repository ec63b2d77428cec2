import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'We have your request: {subject}',
  preheader: 'Its draft page is open; nothing is sent before it is moderated.',
  heading: 'Your request is here',
  body: [
    '"{subject}" has a draft page of its own. There you add the picture, see at once what the rules ask for, look at the preview, and hand it in.',
    { facts: 'dates' },
    'Moderation begins when you hand it in and normally takes no more than one working day. The link is yours alone; please do not pass it on.',
  ],
  buttons: { draft: 'Open the draft page' },
};
