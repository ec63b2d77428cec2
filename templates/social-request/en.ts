import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: please post: {subject}',
  preheader: 'Poster and text are ready.',
  heading: 'A post for social networks',
  body: [
    'Please post this in the social networks of the University by {due}. The hashtag of the initiator belongs into the post. It is done when you confirm it with the link of the post.',
    { facts: 'post' },
    'The poster is on the page, to download. If something is wrong with it, return it there.',
  ],
  buttons: { social: 'Open poster and text' },
};
