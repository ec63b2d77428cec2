/** Instants and civil dates by integer days in UTC: no Intl, no local getters, the same on every worker. */

/** ISO-8601 in UTC to the second: `2026-09-01T12:00:00Z`. Compares as text. */
export type Instant = string;
/** `2026-09-01`. Compares as text. */
export type CivilDate = string;

/** Asia/Almaty is UTC+5 since 2024-03-01, without summer time. */
export const ALMATY_OFFSET_MINUTES = 300;
const MINUTE = 60_000;
export const DAY_MS = 86_400_000;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;
export const isInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text));

/** Milliseconds since 1970. Throws RangeError on anything that is no instant. */
export function toMs(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  return ms;
}

/** An instant, cut to the second. */
export const fromMs = (ms: number): Instant => `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`;

/** So many minutes later. */
export const addMinutes = (at: Instant, minutes: number): Instant => fromMs(toMs(at) + minutes * MINUTE);

export const civilDateOf = (instant: Instant, offsetMinutes = ALMATY_OFFSET_MINUTES): CivilDate =>
  new Date(toMs(instant) + offsetMinutes * MINUTE).toISOString().slice(0, 10);

const dayNumber = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOfDay = (day: number): CivilDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** A time of day of a civil date, at an offset from Greenwich. */
export function instantAt(date: CivilDate, time: string, offsetMinutes = ALMATY_OFFSET_MINUTES): Instant {
  const [hours, minutes] = time.split(':').map(Number);
  return fromMs(dayNumber(date) * DAY_MS + ((hours ?? 0) * 60 + (minutes ?? 0) - offsetMinutes) * MINUTE);
}

export const addDays = (date: CivilDate, n: number): CivilDate => dateOfDay(dayNumber(date) + n);
/** Days from a to b; negative when b is earlier. */
export const daysBetween = (a: CivilDate, b: CivilDate): number => dayNumber(b) - dayNumber(a);
/** 1 is Monday, 7 is Sunday. */
export const weekday = (date: CivilDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** Calendar months on, clamped to the month's end: 31 August and six months is 28 or 29 February (Q14). */
export function addMonths(date: CivilDate, n: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + n + 1, 0));
  return new Date(Date.UTC(year, month - 1 + n, Math.min(day, last.getUTCDate()))).toISOString().slice(0, 10);
}

/** The date, if the text is exactly one: `2026-02-30` is not. */
export function parseCivilDate(text: string): CivilDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = dayNumber(text);
  return !Number.isNaN(day) && dateOfDay(day) === text ? text : undefined;
}

/** An ISO-8601 duration of weeks, days, hours or minutes in milliseconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text);
  if (!match || !/\d/.test(text)) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return ((weeks * 7 + days) * 24 * 60 + hours * 60 + minutes) * MINUTE;
}
