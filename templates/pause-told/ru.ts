import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Пауза: {partner} и вы',
  preheader: 'Пока мы ни о чём не спросим.',
  heading: 'Пауза',
  body: [
    'Менторство на паузе ({partner} и вы). Мы ни о чём не спросим {until:until}, а завершение сдвинется на столько же.',
  ],
  buttons: {
    resume: 'Продолжить раньше',
  },
};
