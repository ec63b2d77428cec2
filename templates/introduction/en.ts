import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: '{confirmBy:short}: meet {partner}, and confirm your agreement',
  preheader: 'Contact data and agreement inside.',
  heading: 'Meet {partner}',
  body: [
    'You are matched: {partner} is your {role}. Write or call; the first step may come from either of you.',
    {
      facts: 'contacts',
    },
    {
      heading: 'What you have in common',
    },
    {
      list: 'commonalities',
    },
    {
      heading: 'Your mentor-mentee agreement',
    },
    {
      points: [
        'Taking part is voluntary and unpaid; you meet at a time and place that suit both.',
        'What you share is completely confidential, barring ethical or safety concerns.',
        'Neither of you uses what you hear for yourselves or passes it on to others.',
        'The relationship is solely a friendly one.',
        "A mentor advises: decisions, problems and mistakes remain the mentee's own.",
        'A mentor is not asked for a job or an internship.',
        'It lasts {months|# month|# months}, with contact at least once a month.',
        'Either of you may stop at any time for any reason, and then tells the other and the Center; one press does both.',
      ],
    },
    'The {months|month begins|# months begin} when both of you have confirmed. Please do so by {confirmBy}.',
  ],
  buttons: {
    confirm: 'I confirm the agreement',
    refuse: 'I do not confirm',
  },
};
