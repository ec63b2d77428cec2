import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Have you and {partner} made a plan?',
  preheader: 'One press tells us.',
  heading: 'Have you made a plan?',
  body: [
    'We ask only whether a plan is agreed, how you keep contact and how often you meet. The plan itself stays with {partner} and you.',
  ],
  buttons: {
    plan: 'We have a plan',
  },
  line: 'Have {partner} and you agreed on a plan, a way of contact and a rhythm?',
};
