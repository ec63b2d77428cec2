import { nothing, type Rule } from '../rule.ts';

/** R5: a body is required; a title, a table or a picture alone is none. */
export const body: Rule = {
  id: 'R5',
  ofText: true,
  judge: ({ mailing }) =>
    mailing.blocks.some(({ kind }) => kind === 'paragraph') ||
    mailing.faults.some(({ code }) => code === 'text-endless')
      ? nothing
      : [{ code: 'body-missing', at: null, text: '', found: 0, allowed: null }],
};
