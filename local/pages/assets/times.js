// Kazakhstan is five hours ahead the whole year.
const OFFSET = 5 * 3_600_000;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * `Tue, 24 Nov 2026, 21:05` in UTC+5, as the server writes it.
 * @param {string} instant ISO 8601
 */
export function longTime(instant) {
  const time = new Date(Date.parse(instant) + OFFSET);
  const day = `${DAYS[time.getUTCDay()]}, ${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}`;
  return `${day}, ${time.toISOString().slice(11, 16)}`;
}

/** The value of a datetime-local field, meant in UTC+5, as an instant. @param {string} local */
export const instantOf = (local) => `${local.length === 16 ? `${local}:00` : local}+05:00`;

/** @param {string} instant */
export const localInput = (instant) => new Date(Date.parse(instant) + OFFSET).toISOString().slice(0, 16);
