import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Түзетуіңізді сұраймыз: {subject}',
  preheader: 'Модератор таратылымды қайтарды; бұл кезде уақыт есебі тоқтап тұрады.',
  heading: 'Таратылым өзіңізге қайтты',
  body: [
    'Модератор «{subject}» таратылымын қарап, өзіңізге қайтарды. Оны жоба бетінде түзетіп, қайта тапсырыңыз; жазғандарыңыз түгел сақталған.',
    { facts: 'comment' },
    { heading: 'Ережелер бойынша ескертулер' },
    { facts: 'findings' },
    { heading: 'Мерзімі' },
    { facts: 'dates' },
  ],
  buttons: { draft: 'Түзету' },
};
