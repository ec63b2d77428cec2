import { DIRECTIONS } from '../../../program/index.ts';
import { directionRules } from '../../directions.ts';
import { CENTER } from '../../units.ts';
import { nothing, type Rule } from '../rule.ts';

/** R1: a mailing follows one of the directions the regulation names; "other" is the Center's alone (Q26). */
export const direction: Rule = {
  id: 'R1',
  judge: ({ mailing, direction: known, unit }) => {
    const { text, at } = mailing.fields.direction;
    const allowed = Object.keys(DIRECTIONS).join(', ');
    if (text.trim() === '') return [{ code: 'direction-missing', at, text: '', found: null, allowed }];
    if (known === undefined) return [{ code: 'direction-unknown', at, text, found: text, allowed }];
    return directionRules(known).centerOnly && unit !== undefined && unit.code !== CENTER
      ? [{ code: 'direction-center', at, text, found: unit.code, allowed: CENTER }]
      : nothing;
  },
};
