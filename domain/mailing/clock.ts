import {
  addDays,
  addWorkingTime,
  civilDateOf,
  type Holidays,
  type Instant,
  instantAt,
  isWorkingDay,
  toMs,
  type WorkingHours,
} from '../calendar/index.ts';
import type { Settings } from '../program/index.ts';

/** One stretch in which the Center had the materials: from receipt to its answer, or still open. */
export interface Span {
  readonly from: Instant;
  readonly to?: Instant;
}
/** The spans of one request, oldest first (Q8). Only the last one may be open. */
export type Spans = readonly Span[];

export interface ClockRules {
  readonly hours: WorkingHours;
  /** Working days that moderation and coordination may take together (R26). */
  readonly days: number;
}
export const clockRules = (settings: Pick<Settings, 'workFrom' | 'workTo' | 'moderationDays'>): ClockRules => ({
  hours: { from: settings.workFrom, to: settings.workTo },
  days: settings.moderationDays,
});

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
const dayMinutes = ({ from, to }: WorkingHours): number => minutesOf(to) - minutesOf(from);

/** Working milliseconds from one instant to another. */
function workedBetween(from: Instant, to: Instant, hours: WorkingHours, holidays: Holidays): number {
  let sum = 0;
  for (let day = civilDateOf(from); day <= civilDateOf(to); day = addDays(day, 1)) {
    if (!isWorkingDay(day, holidays)) continue;
    const opens = instantAt(day, hours.from);
    const closes = instantAt(day, hours.to);
    const begins = from > opens ? from : opens;
    const ends = to < closes ? to : closes;
    if (ends > begins) sum += toMs(ends) - toMs(begins);
  }
  return sum;
}

/** Opens outside working hours at the next opening (Q8). */
function opensAt(received: Instant, hours: WorkingHours, holidays: Holidays): Instant {
  for (let day = civilDateOf(received); ; day = addDays(day, 1)) {
    const opens = instantAt(day, hours.from);
    if (!isWorkingDay(day, holidays) || received >= instantAt(day, hours.to)) continue;
    return received > opens ? received : opens;
  }
}

/** What is left of the clock when closed spans are taken off, in working milliseconds; below zero when it was breached. */
export function timeLeft(spans: Spans, now: Instant, rules: ClockRules, holidays: Holidays): number {
  const used = spans.reduce((sum, { from, to }) => sum + workedBetween(from, to ?? now, rules.hours, holidays), 0);
  return rules.days * dayMinutes(rules.hours) * 60_000 - used;
}

/** The end of so much working time. One that falls on closing time stands at the next opening: a whole day from 09:00 ends at 09:00. */
function after(from: Instant, ms: number, hours: WorkingHours, holidays: Holidays): Instant {
  const at = addWorkingTime(from, ms / 60_000, hours, holidays);
  return at === instantAt(civilDateOf(at), hours.to) ? opensAt(at, hours, holidays) : at;
}

/**
 * The moderation clock (R26, Q8): it runs while the Center has the materials and stands still while the initiator fixes; all spans
 * together may take one working day. Null while it stands. Handed in on Friday at 17:00 it is half used on Monday at 12:30 and due on
 * Monday at 17:00; what comes in after closing time counts from the next opening.
 */
export function clockOf(
  spans: Spans,
  rules: ClockRules,
  holidays: Holidays,
): { readonly opened: Instant; readonly half: Instant; readonly due: Instant } | null {
  const open = spans.at(-1);
  if (open === undefined || open.to !== undefined) return null;
  const opened = opensAt(open.from, rules.hours, holidays);
  const left = timeLeft(spans.slice(0, -1), open.from, rules, holidays);
  if (left <= 0) return { opened, half: opened, due: opened };
  const whole = rules.days * dayMinutes(rules.hours) * 60_000;
  const toHalf = left - whole / 2;
  return {
    opened,
    half: toHalf <= 0 ? opened : after(opened, toHalf, rules.hours, holidays),
    due: after(opened, left, rules.hours, holidays),
  };
}

/** Materials came in, complete. */
export const startSpan = (spans: Spans, at: Instant): Spans =>
  spans.at(-1) && spans.at(-1)?.to === undefined ? spans : [...spans, { from: at }];
/** The Center answered: returned, approved or rejected. */
export const stopSpan = (spans: Spans, at: Instant): Spans => {
  const open = spans.at(-1);
  return open === undefined || open.to !== undefined ? spans : [...spans.slice(0, -1), { ...open, to: at }];
};
/** Kept, when all spans together took no more than allowed. An answer at the very due instant is in time. */
export const isKept = (spans: Spans, now: Instant, rules: ClockRules, holidays: Holidays): boolean =>
  timeLeft(spans, now, rules, holidays) >= 0;

/** Working hours as staff read them: 1.5 for an hour and a half. */
export const hoursWorked = (span: Span, now: Instant, rules: ClockRules, holidays: Holidays): number =>
  Math.round(workedBetween(span.from, span.to ?? now, rules.hours, holidays) / 360_000) / 10;
