import { nothing, type Rule } from '../rule.ts';

/** R2: only a news digest is exempt from the rules of the text. One that is about a single day looks like something else. */
export const digest: Rule = {
  id: 'R2',
  judge: ({ mailing, direction }) => {
    const { text, at } = mailing.fields['event date'];
    return direction === 'digest' && text.trim() !== ''
      ? [{ code: 'digest-with-day', at, text, found: text, allowed: null, severity: 'warning' }]
      : nothing;
  },
};
