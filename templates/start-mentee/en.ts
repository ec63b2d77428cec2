import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Your mentorship with {partner} has begun',
  preheader: 'Handbook and action plan inside.',
  heading: 'It has begun',
  body: [
    '{partner} and you have both confirmed. The formal time of {months|# month|# months} ends on {endsOn}.',
    {
      heading: 'In the first two weeks',
    },
    {
      points: [
        'Set specific goals together, and draft a long-term and a short-term plan.',
        'Agree on regular meeting times; look at them again when a semester begins.',
        'Then tell us, with one press, that a plan is made. We never ask what it says.',
      ],
    },
    {
      heading: 'Your handbook',
    },
    {
      points: [
        'Talk at least once a month; be available, engaged and on time.',
        'Respect the time your mentor gives, listen actively, and come with clear goals.',
        'Your requests stay fitting: a mentor is not asked for a job or an internship.',
        'Keep confidential what you hear, except where ethics or safety are concerned, and tell the Center about any issue.',
      ],
    },
    {
      heading: 'Your action plan, kept by the two of you',
    },
    {
      points: [
        "Your mentor's goals and expectations",
        'Contact data and preferred way of contact',
        'Log of conversations',
        'Joint goals and plan',
        'Notes on conversations',
        'Your development plan, built from your talks',
        'The closing survey of the Center',
        'A formal thank-you note to your mentor',
      ],
    },
  ],
  buttons: {
    plan: 'We have a plan',
    handbook: 'Open the handbook',
  },
};
