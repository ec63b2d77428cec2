import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{confirmBy:short}: ваше соглашение ({partner})',
  preheader: 'Одно нажатие — и можно начинать.',
  heading: 'Не хватает вашего подтверждения',
  body: [
    'Ваше соглашение ещё не подтверждено; ваша пара — {partner}. Мы ждём {confirmBy:until}, потом место освободится для других.',
  ],
  buttons: {
    confirm: 'Подтверждаю соглашение',
    refuse: 'Не подтверждаю',
  },
  line: 'Соглашение ({partner}) ждёт вашего подтверждения {confirmBy:until}.',
};
