import { dateOf } from './serial.ts';

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
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const PARTS = /"([^"]*)"|\\(.)|am\/pm|a\/p|\[h+\]|y+|m+|d+|h+|s+(?:\.0+)?|./gi;

/** A serial number by a date pattern; `m` after hours or before seconds is minutes. */
export function formattedDate(value: number, pattern: string): string {
  const date = dateOf(value);
  const half = /am\/pm|a\/p/i.test(pattern);
  const parts = [...pattern.matchAll(PARTS)];
  return parts
    .map((match, i) => {
      const [part, quoted, escaped] = match;
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped;
      return piece(part, date, value, half, /^m/i.test(part) && isMinute(parts, i));
    })
    .join('');
}

function isMinute(parts: readonly RegExpMatchArray[], i: number): boolean {
  const letters = (list: readonly RegExpMatchArray[]) => list.map((p) => p[0]).find((p) => /^\[?[ymdhs]/i.test(p));
  return /^\[?h/i.test(letters(parts.slice(0, i).reverse()) ?? '') || /^s/i.test(letters(parts.slice(i + 1)) ?? '');
}

const two = (n: number, length: number): string => String(n).padStart(Math.min(2, length), '0');

function piece(part: string, date: Date, value: number, half: boolean, minute: boolean): string {
  const letter = part[0]?.toLowerCase();
  const { length } = part;
  const hours = date.getUTCHours();
  if (minute) return two(date.getUTCMinutes(), length);
  if (/^a/i.test(part) && length > 1) return hours < 12 ? (length > 3 ? 'AM' : 'A') : length > 3 ? 'PM' : 'P';
  if (part.startsWith('[')) return String(Math.floor(value * 24 + 1e-9));
  switch (letter) {
    case 'y':
      return length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear() % 100).padStart(2, '0');
    case 'm':
      if (length > 3) return MONTHS[date.getUTCMonth()] ?? '';
      return length === 3 ? (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3) : two(date.getUTCMonth() + 1, length);
    case 'd':
      if (length > 3) return DAYS[date.getUTCDay()] ?? '';
      return length === 3 ? (DAYS[date.getUTCDay()] ?? '').slice(0, 3) : two(date.getUTCDate(), length);
    case 'h':
      return two(half ? ((hours + 11) % 12) + 1 : hours, length);
    case 's':
      return two(date.getUTCSeconds(), part.replace(/\..*/, '').length);
    default:
      return part;
  }
}
