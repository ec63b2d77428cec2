import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: модерацияға: {subject}',
  preheader: 'Жауап {due:until} керек.',
  heading: 'Модерация қажет',
  body: [
    '«{subject}» хаты тапсырылды, модераторды күтіп тұр. Жауап {due:until} керек.',
    { facts: 'request' },
    'Бетте ескертулер, хаттың көрінісі, алушылар және бос күндер көрсетілген. Сонда хатты өз атыңыздан мақұлдайсыз, қайтарасыз немесе қабылдамайсыз: сілтеме тек сізге арналған.',
  ],
  buttons: { moderate: 'Бетті ашу', calendar: 'Хаттар күнтізбесі' },
};
