import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: how was your mentorship with {partner}?',
  preheader: 'Three minutes, one question, one note.',
  heading: 'These months are over',
  body: [
    'The formal time with {partner} ends on {endsOn}. Please tell the Center how it was; it takes three minutes. We ask until {answerBy}.',
    'Please send {partner} a formal thank-you note. A few honest lines about what helped you mean a lot.',
    'And: would you like to go on informally? You may; it is then entirely up to the two of you.',
  ],
  buttons: {
    survey: 'Answer the survey',
    continue: 'We go on informally',
    stop: 'We finish here',
  },
};
