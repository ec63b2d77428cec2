import { nothing, type Rule } from '../rule.ts';

/** R19: who asks is a structural unit of a School, or the Center (Q26). */
export const unit: Rule = {
  id: 'R19',
  judge: ({ mailing, unit: known, unitCodes }) => {
    const { text, at } = mailing.fields.unit;
    const allowed = unitCodes.join(', ');
    if (text.trim() === '') return [{ code: 'unit-missing', at, text: '', found: null, allowed }];
    return known ? nothing : [{ code: 'unit-unknown', at, text, found: text, allowed }];
  },
};
