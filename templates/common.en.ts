import type { CommonWords } from './words.ts';

export const words: CommonWords = {
  greeting: 'Dear {name},',
  brand: '{university} · {center}',
  help: 'Help:',
  reply: 'You can simply reply to this letter; {center} reads it ({centerEmail}).',
  pair: {
    lead: 'At any time:',
    meet: 'put a meeting into our calendars',
    silent: 'my partner does not answer',
    pause: 'pause',
    end: 'end the mentorship',
    issue: 'report an issue',
  },
  plainLink: 'If the button does not work:',
};
