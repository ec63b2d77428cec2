import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'You are ready to be a mentor',
  preheader: 'Mentees can now choose you.',
  heading: 'You are part of it now',
  body: [
    'Your training counts until {validUntil}. Mentees now see what you agreed to show of your profile, never your contact data.',
    'You offered {places|a place for one mentee|places for # mentees}. When a mentee chooses you and the Center agrees, you are asked first; nothing happens without your yes.',
  ],
  buttons: {
    rest: 'Pause for now',
    leave: 'I have changed my mind',
  },
  line: 'Your training counts until {validUntil}; mentees can now choose you.',
};
