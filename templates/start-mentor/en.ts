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
        'Agree with your mentee how and when you keep contact, and answer each other in good time.',
        'Set joint goals, and help with a long-term and a short-term plan.',
        'Then tell us, with one press, that a plan is made. We never ask what it says.',
      ],
    },
    {
      heading: 'Your handbook',
    },
    {
      points: [
        'Talk at least once a month, keep the contact up from your side too, and look at your meeting times again when a semester begins.',
        'Help to follow progress and to adapt; clarify, and look for answers together.',
        'Support career planning, be an example of professional conduct, and encourage reflection.',
        'Do not decide for your mentee, solve problems or repair mistakes in their place.',
        'Keep confidential what you hear, except where ethics or safety are concerned, and tell the Center about any issue.',
      ],
    },
    {
      heading: 'Your action plan, kept by the two of you',
    },
    {
      points: [
        "Your mentee's goals and expectations",
        'Contact data and preferred way of contact',
        'Log of conversations',
        'Joint goals and plan',
        'Notes for feedback',
        "Review of the mentee's development plan",
        'The closing survey of the Center',
      ],
    },
  ],
  buttons: {
    plan: 'We have a plan',
    handbook: 'Open the handbook',
  },
};
