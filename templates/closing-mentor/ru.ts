import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{answerBy:short}: как прошло ваше менторство? ({partner})',
  preheader: 'Три минуты и один вопрос.',
  heading: 'Спасибо за эти месяцы',
  body: [
    'Официальная часть завершается {endsOn:on}; ваша пара — {partner}. Расскажите Центру, как всё прошло: это займёт три минуты. Мы ждём ответа {answerBy:until}.',
    'И ещё: хотите продолжить неформально? Это возможно и зависит только от вас двоих.',
  ],
  buttons: {
    survey: 'Ответить на опрос',
    continue: 'Продолжаем неформально',
    stop: 'Завершаем',
  },
};
