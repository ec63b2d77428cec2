import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{due:short}: модерацияға: {subject}',
  preheader: 'Жауап {due:until} керек.',
  heading: 'Модерация қажет',
  body: [
    '«{subject}» таратылымы тапсырылды, модераторды күтіп тұр. Жауап {due:until} керек.',
    { facts: 'request' },
    'Бетте ескертулер, алдын ала көрініс, алушылар және бос күндер көрсетілген. Сонда таратылымды өз атыңыздан мақұлдайсыз, қайтарасыз немесе қабылдамайсыз: сілтеме тек сізге арналған.',
  ],
  buttons: { moderate: 'Бетті ашу', calendar: 'Таратылымдар күнтізбесі' },
};
