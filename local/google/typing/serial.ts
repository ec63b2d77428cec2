/** Days from 1899-12-30 to 1970-01-01. */
const EPOCH = 25_569;
const DAY = 86_400_000;

/** Serial day number of a calendar date (month 1–12). */
export const serial = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / DAY + EPOCH;

export const dateOf = (value: number): Date => new Date(Math.round((value - EPOCH) * DAY));

export const isoDate = (value: number): string => dateOf(value).toISOString().slice(0, 10);
