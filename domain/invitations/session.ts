import { type Instant, instantAt } from '../calendar/index.ts';
import type { CalendarEvent } from './calendar-file.ts';

/** A training session as staff typed it; the date is empty when there is none any more. */
export interface SessionCells {
  readonly topic: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
}

/** What a calendar is told about a booked session; `start` stands in where the session has no date any more. */
export function sessionEvent(
  attendance: string,
  cells: SessionCells | undefined,
  start: Instant,
): Pick<CalendarEvent, 'uid' | 'start' | 'end' | 'summary' | 'location'> {
  const begins = cells?.date && cells.from ? instantAt(cells.date, cells.from) : start;
  return {
    // A calendar keeps events of many senders: the record's ID alone might meet another's.
    uid: `${attendance}@alumni-mentorship`,
    start: begins,
    end: cells?.date && cells.to ? instantAt(cells.date, cells.to) : begins,
    summary: cells?.topic ?? '',
    location: cells?.place ?? '',
  };
}
