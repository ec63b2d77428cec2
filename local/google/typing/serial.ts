/** Days from 1899-12-30 to 1970-01-01. */
const EPOCH = 25_569;
const DAY = 86_400_000;

/** Serial day number of a calendar date (month 1–12): days since 1899-12-30. */
const serial = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY + EPOCH;

/** Serial number of a date that exists, else `undefined`. */
export function checkedSerial(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return serial(year, month, day);
}

/** The moment of a serial number, to be read with UTC getters: a sheet stores no zone. Rounded to the millisecond. */
export const dateOf = (value: number): Date => new Date(Math.round((value - EPOCH) * DAY));
