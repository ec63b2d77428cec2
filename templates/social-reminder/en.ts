import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: is it posted? {subject}',
  preheader: 'Please confirm it today.',
  heading: 'Is it posted?',
  body: [
    'The post for "{subject}" is not confirmed yet. It is due by {due}. If it stands there already, give its link on the page.',
    { facts: 'post' },
  ],
  buttons: { social: 'Confirm the post' },
};
