import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Сұралған бет: {subject}',
  preheader: 'Шешім тек сонда қабылданады.',
  heading: 'Сіздің бетіңіз',
  body: [
    '«{subject}» жолында бетті жіберу таңдалды. Ұяшық кім шешетінін айта алмайды, сондықтан шешім бетте, өз атыңыздан қабылданады.',
    { facts: 'request' },
  ],
  buttons: { moderate: 'Бетті ашу' },
};
