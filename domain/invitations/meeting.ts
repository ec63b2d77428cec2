import { fromMs, type Instant, toMs } from '../calendar/index.ts';
import type { CalendarEvent } from './calendar-file.ts';

/** What a calendar is told about a meeting of a pair. There is one at a time: a later one is the same event, moved. */
export const meetingEvent = (
  pair: string,
  { at, minutes }: { readonly at: Instant; readonly minutes: number },
  summary: string,
  location: string,
): Pick<CalendarEvent, 'uid' | 'start' | 'end' | 'summary' | 'location'> => ({
  uid: `${pair}-meeting@alumni-mentorship`,
  start: at,
  end: fromMs(toMs(at) + minutes * 60_000),
  summary,
  location,
});
