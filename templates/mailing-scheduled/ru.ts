import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{at:short}: уходит рассылка «{subject}»',
  preheader: 'Она одобрена.',
  heading: 'Одобрено',
  body: [
    'Рассылка «{subject}» одобрена и уйдёт {at:on}. Получателей: {recipients}.',
    'До этого часа её ещё можно отозвать на её странице. Если изменить текст или получателей, одобрение теряет силу, и рассылка снова идёт на модерацию.',
  ],
  buttons: { draft: 'Открыть страницу рассылки' },
};
