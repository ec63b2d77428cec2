import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{confirmBy:short}: келісіміңіз ({partner})',
  preheader: 'Бір рет бассаңыз, бастауға болады.',
  heading: 'Сіздің растауыңыз жетіспейді',
  body: [
    'Келісіміңіз әлі расталмады; жұбыңыз — {partner}. {confirmBy:until} күтеміз, содан кейін орын басқаларға беріледі.',
  ],
  buttons: {
    confirm: 'Келісімді растаймын',
    refuse: 'Растамаймын',
  },
  line: 'Келісім ({partner}) растауыңызды {confirmBy:until} күтеді.',
};
