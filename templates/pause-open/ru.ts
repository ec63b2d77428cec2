import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Пауза: {partner} и вы',
  preheader: 'Пока мы ни о чём не спросим.',
  heading: 'Пауза',
  body: [
    'Менторство на паузе ({partner} и вы). Пока мы ни о чём не спросим, а завершение сдвинется на столько же. Когда всё продолжится, вы получите письмо.',
  ],
  buttons: {
    resume: 'Продолжить раньше',
  },
};
