import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Награда для вас как ментора',
  preheader: 'Вы среди самых активных менторов.',
  heading: 'Поздравляем!',
  body: [
    'Центр назвал вас одним из самых активных менторов сезона {season}: {months|# подтверждённый месяц|# подтверждённых месяца|# подтверждённых месяцев}. Спасибо!',
  ],
  buttons: {
    certificate: 'Открыть сертификат',
  },
};
