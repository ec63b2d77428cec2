import {
  addWorkingDays,
  civilDateOf,
  deadlineAfterDays,
  deadlineAfterWorkingDays,
  fromMs,
  type Instant,
  instantAt,
  nextWorkingDay,
  reminderAt,
  toMs,
} from '../calendar/index.ts';
import type { SettingKey } from '../program/index.ts';
import type { Moment, Timer, Timers } from './types.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The instant a timer's rule names today; `at` itself for exact instants. */
export function instantOf(timer: Timer, moment: Moment): Instant {
  if (timer.from === undefined || timer.unit === undefined) return timer.at;
  const n = timer.setting === undefined ? (timer.n ?? 0) : Number(moment.settings[timer.setting]);
  const { holidays, settings } = moment;
  if (timer.unit === 'minutes') return fromMs(toMs(timer.from) + n * MINUTE);
  if (timer.kind === 'deadline')
    return timer.unit === 'days'
      ? deadlineAfterDays(timer.from, n, holidays, settings.deadlineTime)
      : deadlineAfterWorkingDays(timer.from, n, holidays, settings.deadlineTime);
  if (timer.unit === 'days') return reminderAt(timer.from, n, holidays, settings.gatherTime);
  return instantAt(addWorkingDays(civilDateOf(timer.from), n, holidays), settings.gatherTime);
}

const rule = (
  kind: Timer['kind'],
  unit: NonNullable<Timer['unit']>,
  moment: Moment,
  setting: SettingKey,
  from = moment.now,
): Timer => {
  const timer: Timer = { at: from, kind, from, unit, setting };
  return { ...timer, at: instantOf(timer, moment) };
};

/** A deadline for people, so many days of a setting from now (or from an instant). */
export const deadline = (moment: Moment, setting: SettingKey, from?: Instant): Timer =>
  rule('deadline', 'days', moment, setting, from);
export const workingDeadline = (moment: Moment, setting: SettingKey, from?: Instant): Timer =>
  rule('deadline', 'working days', moment, setting, from);
/** A reminder, gathered before the day's slot of the first working day that is so many days from now. */
export const reminder = (moment: Moment, setting: SettingKey, from?: Instant): Timer =>
  rule('reminder', 'days', moment, setting, from);
export const workingReminder = (moment: Moment, setting: SettingKey, from?: Instant): Timer =>
  rule('reminder', 'working days', moment, setting, from);
export const exactly = (at: Instant): Timer => ({ at, kind: 'instant' });

/**
 * All timers after a change of settings or calendar. A setting that was shortened ends nothing within the grace of two days:
 * a deadline never moves to earlier than that from now, unless it stood there already.
 */
export function recomputed(timers: Timers, moment: Moment): Timers {
  const grace = fromMs(toMs(moment.now) + moment.settings.shortenedGrace * DAY);
  const renewed = Object.entries(timers).map(([name, timer]): [string, Timer] => {
    const at = instantOf(timer, moment);
    if (at >= timer.at || at >= grace) return [name, { ...timer, at }];
    return [name, { ...timer, at: timer.at < grace ? timer.at : grace }];
  });
  return Object.fromEntries(renewed);
}

/** Name of the timer that is due first, at or before now; ties by name, so that replays agree. */
export function dueTimer(timers: Timers, now: Instant): string | undefined {
  return Object.entries(timers)
    .filter(([, timer]) => timer.at <= now)
    .sort(([a, x], [b, y]) => (x.at === y.at ? (a < b ? -1 : 1) : x.at < y.at ? -1 : 1))[0]?.[0];
}

export function nextDue(timers: Timers): Instant | null {
  let first: Instant | null = null;
  for (const { at } of Object.values(timers)) if (first === null || at < first) first = at;
  return first;
}

/**
 * After an outage longer than the setting, people's deadlines move by its length, as far as this process can see it, and one
 * that passed meanwhile leaves at least a whole day; of several overdue reminders only the newest stays.
 */
export function afterOutage(timers: Timers, moment: Moment): Timers {
  const first = nextDue(timers);
  if (first === null) return timers;
  const late = toMs(moment.now) - toMs(first);
  if (late <= moment.settings.outageHours * 3_600_000) return timers;
  const overdue = Object.entries(timers).filter(([, timer]) => timer.at <= moment.now && timer.kind === 'reminder');
  const newest = overdue.sort(([, a], [, b]) => (a.at < b.at ? 1 : -1))[0]?.[0];
  const kept = Object.entries(timers)
    .filter(([name, timer]) => timer.kind !== 'reminder' || timer.at > moment.now || name === newest)
    .map(([name, timer]): [string, Timer] =>
      timer.kind === 'deadline' ? [name, { at: movedBy(late, timer.at, moment), kind: 'deadline' }] : [name, timer],
    );
  return Object.fromEntries(kept);
}

function movedBy(late: number, at: Instant, { holidays, now, settings }: Moment): Instant {
  const moved = fromMs(toMs(at) + late);
  const day = civilDateOf(moved);
  const working = nextWorkingDay(day, holidays);
  const on = working === day ? moved : instantAt(working, settings.deadlineTime);
  const least = at <= now ? deadlineAfterDays(now, 0, holidays, settings.deadlineTime) : on;
  return on > least ? on : least;
}
