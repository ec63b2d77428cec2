import { addDays, type CivilDate, weekday } from './instants.ts';

/** The Holidays tab as data: days off on weekdays, weekend days that are worked, and how far it is known to be right. */
export interface Holidays {
  readonly confirmedUntil: CivilDate;
  readonly daysOff: readonly CivilDate[];
  readonly workingDays: readonly CivilDate[];
}

/** A date beyond the calendar's last confirmed day is never guessed (Q9). */
export class CalendarUnknown extends Error {
  readonly date: CivilDate;
  constructor(date: CivilDate) {
    super(`the calendar is not confirmed for ${date}`);
    this.name = 'CalendarUnknown';
    this.date = date;
  }
}

/** Monday to Friday less days off, plus moved working days. Throws CalendarUnknown beyond the confirmed end. */
export function isWorkingDay(date: CivilDate, holidays: Holidays): boolean {
  if (date > holidays.confirmedUntil) throw new CalendarUnknown(date);
  return weekday(date) > 5 ? holidays.workingDays.includes(date) : !holidays.daysOff.includes(date);
}

/** The date itself if it is a working day, else the next one. */
export function nextWorkingDay(date: CivilDate, holidays: Holidays): CivilDate {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}

/** The date itself if it is a working day, else the one before it. */
export function lastWorkingDay(date: CivilDate, holidays: Holidays): CivilDate {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDays(day, -1);
  return day;
}

/** n working days after a date, or before it when n is negative; the date itself is not counted. */
export function addWorkingDays(date: CivilDate, n: number, holidays: Holidays): CivilDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, holidays)) left--;
  }
  return day;
}

/** The working days from one date to another, both ends included. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, holidays: Holidays): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) days.push(day);
  return days;
}
