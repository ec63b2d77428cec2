import { ALMATY_OFFSET_MINUTES, addDays, civilDateOf, fromMs, type Instant, instantAt, toMs } from './instants.ts';
import { addWorkingDays, type Holidays, isWorkingDay, nextWorkingDay } from './working-days.ts';

/**
 * A deadline of so many days for people: the deadline day ends at 17:00 Almaty time on the day after it, and one that falls
 * on a day off moves on to the next working day, so that nobody abroad or on holiday loses a place.
 */
export const deadlineAfterDays = (from: Instant, days: number, holidays: Holidays, time = '17:00'): Instant =>
  instantAt(nextWorkingDay(addDays(civilDateOf(from), days + 1), holidays), time);

/** The same, counted in working days. */
export const deadlineAfterWorkingDays = (from: Instant, n: number, holidays: Holidays, time = '17:00'): Instant =>
  instantAt(nextWorkingDay(addDays(addWorkingDays(civilDateOf(from), n, holidays), 1), holidays), time);

/** A reminder: the first working day at or after so many days, at a time of day. */
export const reminderAt = (
  from: Instant,
  days: number,
  holidays: Holidays,
  time = '10:00',
  offsetMinutes = ALMATY_OFFSET_MINUTES,
): Instant => instantAt(nextWorkingDay(addDays(civilDateOf(from, offsetMinutes), days), holidays), time, offsetMinutes);

/** The next time of day on a working day strictly after an instant, in a person's own time zone. */
export function nextSlot(after: Instant, time: string, offsetMinutes: number, holidays: Holidays): Instant {
  let day = civilDateOf(after, offsetMinutes);
  for (;;) {
    const at = instantAt(day, time, offsetMinutes);
    if (isWorkingDay(day, holidays) && at > after) return at;
    day = addDays(day, 1);
  }
}

export interface WorkingHours {
  readonly from: string;
  readonly to: string;
}

/** So many working minutes after an instant: the clock of moderation (R26, Q8). */
export function addWorkingTime(from: Instant, minutes: number, hours: WorkingHours, holidays: Holidays): Instant {
  let left = minutes * 60_000;
  let at = toMs(from);
  for (;;) {
    const day = civilDateOf(fromMs(at));
    const opens = toMs(instantAt(day, hours.from));
    const closes = toMs(instantAt(day, hours.to));
    if (isWorkingDay(day, holidays) && at < closes) {
      at = Math.max(at, opens);
      if (at + left <= closes) return fromMs(at + left);
      left -= closes - at;
    }
    at = toMs(instantAt(addDays(day, 1), hours.from));
  }
}
