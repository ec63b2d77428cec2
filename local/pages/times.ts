const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Kazakhstan is five hours ahead the whole year. */
export const ZONE = 'UTC+5';
const OFFSET = 5 * 3_600_000;

const shifted = (at: number): Date => new Date(at + OFFSET);
const two = (n: number): string => String(n).padStart(2, '0');

/** `Tue, 24 Nov 2026, 21:05` in UTC+5; '' for what is no instant. */
export function longTime(at: number | string): string {
  const time = shifted(typeof at === 'string' ? Date.parse(at) : at);
  if (Number.isNaN(time.getTime())) return '';
  const day = `${DAYS[time.getUTCDay()]}, ${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}`;
  return `${day}, ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`;
}

/** `2026-11-24T21:05` in UTC+5, as an input of kind datetime-local wants it. */
export const localInput = (at: string): string => shifted(Date.parse(at)).toISOString().slice(0, 16);
