import { nothing, type Rule } from '../rule.ts';

/** R3: a subject is required. */
export const subject: Rule = {
  id: 'R3',
  ofText: true,
  judge: ({ mailing }) => {
    const { text, at } = mailing.fields.subject;
    return text.trim() === '' ? [{ code: 'subject-missing', at, text: '', found: 0, allowed: null }] : nothing;
  },
};
