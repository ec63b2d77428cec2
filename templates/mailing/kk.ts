import type { MailingWords } from './words.ts';

export const words: MailingWords = {
  why: 'Бұл хатты {of} түлегі ретінде алып отырсыз.',
  from: 'Жіберуші: {unit}, {center} арқылы. {university}, {address}.',
  own: 'Жіберуші: {center}. {university}, {address}.',
  unsubscribe: 'Жазылудан бас тарту',
  preferences: 'Қандай таратылымдар алатынымды таңдау',
  picture: 'Сурет',
};
