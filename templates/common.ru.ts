import type { CommonWords } from './words.ts';

export const words: CommonWords = {
  greeting: '{name}, здравствуйте!',
  brand: '{university} · {center}',
  help: 'Помощь:',
  reply: 'На это письмо можно просто ответить; его прочтёт {center} ({centerEmail}).',
  pair: {
    lead: 'В любое время:',
    meet: 'внести встречу в календари',
    silent: 'моя пара не отвечает',
    pause: 'сделать паузу',
    end: 'завершить менторство',
    issue: 'сообщить о трудности',
  },
  plainLink: 'Если кнопка не работает:',
};
