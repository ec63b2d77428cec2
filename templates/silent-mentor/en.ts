import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Shall we pause your participation?',
  preheader: 'No request reaches you until you say so.',
  heading: 'Are you still with us?',
  body: [
    '{requests|# request|# requests} in a row stayed without an answer. So that mentees do not wait in vain, your participation is paused.',
    'One press and you are back; or leave, if your time does not allow it. Both are fine.',
  ],
  buttons: {
    resume: 'I go on',
    leave: 'I leave the programme',
  },
  line: 'Your participation is paused after {requests|# request|# requests} without an answer.',
};
