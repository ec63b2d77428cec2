import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Сұралған бет: {subject}',
  preheader: 'Шешім тек сол бетте қабылданады.',
  heading: 'Сіздің бетіңіз',
  body: ['Біреу «{subject}» бетін сұрады. Шешім тек осы бетте, өз атыңыздан қабылданады.', { facts: 'request' }],
  buttons: { moderate: 'Бетті ашу' },
};
