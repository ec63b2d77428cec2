import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: your survey about {partner}',
  preheader: 'Three minutes.',
  heading: 'Your survey is missing',
  body: [
    'How was the mentorship with {partner}? Your answers decide what the next season does better. We ask until {answerBy}.',
  ],
  buttons: {
    survey: 'Answer the survey',
  },
  line: 'The closing survey about you and {partner} is open until {answerBy}.',
};
