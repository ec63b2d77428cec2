import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: Орталық шешеді: {subject}',
  preheader: 'Орталықтың келісімі {due:until} керек.',
  heading: 'Орталықтың келісімі қажет',
  body: [
    '«{subject}» таратылымы бөлімшенің өз түлектерінен басқаларға да жіберіледі немесе бөлімше байланыс деректерін тапсырмаған, сондықтан Орталықтың келісімі де қажет. Модерация қатар жүріп жатыр. Екеуі де {due:until} керек.',
    { facts: 'request' },
  ],
  buttons: { moderate: 'Бетті ашу', calendar: 'Таратылымдар күнтізбесі' },
};
