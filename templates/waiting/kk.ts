import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Бұл жолы жұп табылмады',
  preheader: 'Келесі кезеңде кезек алдымен сізде.',
  heading: 'Бұл жолы болмады',
  body: [
    '{reason}',
    'Келесі кезеңде сізге басымдық беріледі. Көбірек тәлімгер атап, ең танымал есімдерден өзгелеріне де қараңыз.',
    {
      list: 'suggestions',
    },
  ],
  buttons: {
    catalogue: 'Каталогты қарау',
  },
  line: 'Бұл кезеңде жұп табылмады; келесісінде сізге басымдық беріледі.',
};
