import { directionRules } from '../../directions.ts';
import { placeInWindow } from '../../window.ts';
import type { Found, Rule } from '../rule.ts';

/** R27: an event is announced no later than 5 working days before it starts; so it has a day. */
export const event: Rule = {
  id: 'R27',
  judge: ({ mailing: { fields }, direction, window, eventDate, sendOn, holidays }) => {
    if (direction === undefined || !directionRules(direction).event) return [];
    const { text, at } = fields['event date'];
    if (text.trim() === '') return [{ code: 'event-day-missing', at, text: '', found: null, allowed: null }];
    const found: Found[] = [];
    if (holidays.daysOff.includes(eventDate))
      found.push({ code: 'event-day-off', at, text: eventDate, found: eventDate, allowed: null, severity: 'warning' });
    if (window !== null && window !== 'unknown' && sendOn !== '' && placeInWindow(sendOn, window) === 'late')
      found.push({
        code: 'event-late',
        at: fields['send on'].at,
        text: sendOn,
        found: sendOn,
        allowed: window.latest,
        data: { day: eventDate },
      });
    return found;
  },
};
