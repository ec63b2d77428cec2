import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'A small push for you and {partner}',
  preheader: 'Once a month is enough.',
  heading: 'A small push',
  body: [
    'It seems that {partner} and you did not talk last month. That happens. A short message with two possible dates often gets things going again.',
  ],
  buttons: {
    answer: 'We have talked',
  },
  line: 'It seems that {partner} and you did not talk last month; a short message often helps.',
};
