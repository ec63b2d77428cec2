import { placeInWindow } from '../../window.ts';
import { nothing, type Rule } from '../rule.ts';

/** R25: not later than 5 working days before the day it is about. */
export const late: Rule = {
  id: 'R25',
  judge: ({ mailing: { fields }, window, sendOn }) =>
    window === null || window === 'unknown' || sendOn === '' || placeInWindow(sendOn, window) !== 'late'
      ? nothing
      : [{ code: 'send-late', at: fields['send on'].at, text: sendOn, found: sendOn, allowed: window.latest }],
};
