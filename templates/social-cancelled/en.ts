import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Please do not post: {subject}',
  preheader: 'The request has been called off.',
  heading: 'Please do not post this',
  body: [
    '"{subject}" does not go out as it was, so its post is called off. If it stands there already, please take it down.',
    'If it is needed again, you get a new letter with a new link.',
  ],
  buttons: {},
};
