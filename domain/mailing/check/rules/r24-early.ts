import { isWorkingDay } from '../../../calendar/index.ts';
import { placeInWindow } from '../../window.ts';
import { nothing, type Rule } from '../rule.ts';

/** R24: not earlier than 14 working days before the day it is about. A date beyond the confirmed calendar is never guessed (Q9). */
export const early: Rule = {
  id: 'R24',
  judge: ({ mailing: { fields }, window, eventDate, sendOn, holidays }) => {
    if (window === null) return nothing;
    if (window === 'unknown')
      return [
        {
          code: 'calendar-unknown',
          at: fields['event date'].at,
          text: eventDate,
          found: eventDate,
          allowed: holidays.confirmedUntil,
        },
      ];
    if (sendOn === '') return nothing;
    const about = { at: fields['send on'].at, text: sendOn, found: sendOn };
    const where = placeInWindow(sendOn, window);
    if (where === 'early') return [{ ...about, code: 'send-early', allowed: window.earliest }];
    return where === 'inside' && !isWorkingDay(sendOn, holidays)
      ? [{ ...about, code: 'send-day-off', allowed: null, severity: 'warning' }]
      : nothing;
  },
};
