import { civilDateOf, type Instant } from '../calendar/index.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A civil date as staff read it: 3 September 2026. */
export function dayWords(date: string): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** An instant as staff read it, in Almaty time: 3 September 2026, 17:00. */
export function momentWords(at: Instant): string {
  const local = new Date(new Date(at).getTime() + 300 * 60_000).toISOString();
  return `${dayWords(civilDateOf(at))}, ${local.slice(11, 16)}`;
}

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
