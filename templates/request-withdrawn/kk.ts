import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Сұрау қайтарып алынды',
  preheader: 'Ештеңе істеудің қажеті жоқ.',
  heading: 'Сұрау қайтарып алынды',
  body: ['Сұрау қайтарып алынды: {partner}. Ештеңе істеудің қажеті жоқ; бізбен бірге болғаныңызға рақмет.'],
  buttons: {},
};
