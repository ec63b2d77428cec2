import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'We have your report ({reference})',
  preheader: 'A case officer answers you.',
  heading: 'We have your report',
  body: [
    'Thank you for telling us. A case officer will speak with you by {answerBy}. Your partner does not hear of it.',
    'Reference: {reference}. If somebody is in danger, please do not wait for us: call the emergency services.',
  ],
  buttons: {},
};
