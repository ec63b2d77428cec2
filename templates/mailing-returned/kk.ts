import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Түзетуіңізді сұраймыз: {subject}',
  preheader: 'Модератор хатты қайтарды; бұл кезде уақыт есебі тоқтап тұрады.',
  heading: 'Хат өзіңізге қайтты',
  body: [
    'Модератор «{subject}» хатын қарап, өзіңізге қайтарды. Оны жоба бетінде түзетіп, қайта тапсырыңыз; жазғандарыңыз түгел сақталған.',
    { facts: 'comment' },
    { heading: 'Ережелер бойынша ескертулер' },
    { facts: 'findings' },
    { heading: 'Мерзімі' },
    { facts: 'dates' },
  ],
  buttons: { draft: 'Түзету' },
};
