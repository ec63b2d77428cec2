import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Report: {subject}',
  preheader: 'Sent: {sent}. Not delivered: {failed}.',
  heading: 'How it went',
  body: [
    'The sending of "{subject}" is over.',
    {
      points: [
        'Sent: {sent}',
        'Refused by the mail server: {failed}',
        'Came back: {bounced}',
        'Not sent: {left}',
        'In doubt, for the Center to look into: {unknown}',
      ],
    },
    'Moderation within its time: {clock}. Whether people opened the letter is not tracked.',
  ],
  buttons: { open: 'Open the page of the mailing' },
};
