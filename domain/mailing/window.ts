import {
  addWorkingDays,
  type CivilDate,
  type Holidays,
  instantAt,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from '../calendar/index.ts';
import type { Direction, Settings } from '../program/index.ts';
import { directionRules } from './directions.ts';

type WindowSettings = Pick<Settings, 'sendEarliest' | 'sendLatest' | 'handInSafe' | 'handInLast'>;

/** When a mailing about a day may go out, and until when it must be handed in. Civil dates, both ends included. */
export interface SendingWindow {
  readonly earliest: CivilDate;
  readonly latest: CivilDate;
  /** Handed in by this day it is safely in time. */
  readonly handInBy: CivilDate;
  /** Last day on which it can be handed in at all. */
  readonly handInLast: CivilDate;
}

/**
 * The window before a day D: from D−14 to D−5 working days, D itself not counted (R24, R25, R27, Q7).
 * Throws CalendarUnknown when one of its days lies beyond the confirmed calendar.
 */
export function sendingWindow(day: CivilDate, settings: WindowSettings, holidays: Holidays): SendingWindow {
  const before = (n: number) => addWorkingDays(day, -n, holidays);
  return {
    earliest: before(settings.sendEarliest),
    latest: before(settings.sendLatest),
    handInBy: before(settings.handInSafe),
    handInLast: before(settings.handInLast),
  };
}

/** The window of a mailing, or null when its direction or its missing day gives it none. */
export const windowOf = (
  direction: Direction,
  day: CivilDate | '',
  settings: WindowSettings,
  holidays: Holidays,
): SendingWindow | null =>
  day === '' || directionRules(direction).day === 'none' ? null : sendingWindow(day, settings, holidays);

/** Where a send day lies. A day off inside the window is inside; it is another question whether anybody sends then. */
export const placeInWindow = (day: CivilDate, window: SendingWindow): 'early' | 'inside' | 'late' =>
  day < window.earliest ? 'early' : day > window.latest ? 'late' : 'inside';

/** The working days of a window from a day on: the days that may be chosen. */
export const freeDays = (window: SendingWindow, from: CivilDate, holidays: Holidays): CivilDate[] =>
  workingDaysBetween(from > window.earliest ? from : window.earliest, window.latest, holidays);

/**
 * The day a mailing approved today goes out: the wished one if it is a working day to come inside the window, else the first day
 * that is; undefined when none is left. Without a window the wished day, or today.
 */
export function sendDay(
  today: CivilDate,
  wished: CivilDate | '',
  window: SendingWindow | null,
  holidays: Holidays,
): CivilDate | undefined {
  const from = wished > today ? wished : today;
  if (!window) return nextWorkingDay(from, holidays);
  const days = freeDays(window, today, holidays);
  return days.find((day) => day >= from) ?? (wished > window.latest ? days.at(-1) : undefined);
}

/** The instant after which a mailing may not go out any more: midnight after the last day. */
export const windowCloses = (window: SendingWindow): string => instantAt(window.latest, '24:00');

/** Whether somebody can be expected to work: days off inside a window are not sent on. */
export const isSendingDay = (day: CivilDate, window: SendingWindow | null, holidays: Holidays): boolean =>
  isWorkingDay(day, holidays) && (window === null || placeInWindow(day, window) === 'inside');
