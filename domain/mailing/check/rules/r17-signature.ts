import { nothing, type Rule } from '../rule.ts';

/** R17: a signature is mandatory. */
export const signature: Rule = {
  id: 'R17',
  ofText: true,
  judge: ({ mailing }) =>
    mailing.signature ? nothing : [{ code: 'signature-missing', at: null, text: '', found: null, allowed: null }],
};
