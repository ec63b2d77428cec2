import type { CommonWords } from './words.ts';

export const words: CommonWords = {
  greeting: '{name}, сәлеметсіз бе!',
  brand: '{university} · {center}',
  help: 'Көмек:',
  reply: 'Осы хатқа жауап жаза берсеңіз болады; оны {center} оқиды ({centerEmail}).',
  pair: {
    lead: 'Кез келген уақытта:',
    meet: 'кездесуді күнтізбеге енгізу',
    silent: 'жұбым жауап бермейді',
    pause: 'үзіліс жасау',
    end: 'тәлімгерлікті аяқтау',
    issue: 'мәселе туралы хабарлау',
  },
  plainLink: 'Түйме жұмыс істемесе:',
};
