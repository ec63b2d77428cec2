import type { Instant } from '../calendar/index.ts';

/** A name with its mail address. */
export interface Party {
  readonly name: string;
  readonly email: string;
}
/** One event of a calendar file, as typed or counted. */
export interface CalendarEvent {
  /** The same for all that is ever said about this event. */
  readonly uid: string;
  /** Grows with each change, so that a calendar knows which file is newer. */
  readonly sequence: number;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly start: Instant;
  readonly end: Instant;
  readonly summary: string;
  readonly location: string;
  /** Who invites and gets answers. */
  readonly organizer: Party;
  readonly attendee: Party;
  /** When this file was made. */
  readonly stamp: Instant;
}

/** Longer texts are cut: calendars show a line. */
const LONGEST = 500;

/** Breaks are written out; marks that would turn or hide what follows them go, with all other control characters. */
const clean = (text: string): string =>
  text
    .slice(0, LONGEST * 2)
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll(/[^\P{Cc}\n]|\p{Cs}|[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu, '')
    .trim();
const textOf = (text: string): string =>
  [...clean(text)]
    .slice(0, LONGEST)
    .join('')
    .replaceAll(/[\\;,]/g, (char) => `\\${char}`)
    .replaceAll('\n', '\\n');
/** A name as the value of a parameter: quoted, and so without quotes of its own (RFC 5545 §3.2). */
const nameOf = (text: string): string => `"${[...clean(text).replaceAll(/["\n]/g, ' ')].slice(0, 120).join('')}"`;
const addressOf = (email: string): string =>
  `mailto:${email.slice(0, 254).replaceAll(/[^\p{L}\p{N}.!#$%&'*+/=?^_`{|}~@-]/gu, '')}`;
const utc = (at: Instant): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

const bytesOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};
/** Folds at 75 octets, never inside a character: Kazakh letters take two (RFC 5545 §3.1). */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const char of line) {
    const size = bytesOf(char);
    if (bytes + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += char;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}

/**
 * A calendar file of one event (RFC 5545, 5546): times in UTC, lines ended by CRLF. The attendee has accepted by booking, so that
 * calendars ask for no answer.
 */
export function calendarFile(event: CalendarEvent): string {
  const isOff = event.method === 'CANCEL';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Alumni mentorship programme//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${event.method}`,
    'BEGIN:VEVENT',
    `UID:${textOf(event.uid)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(event.start)}`,
    ...(event.end > event.start ? [`DTEND:${utc(event.end)}`] : []),
    `SUMMARY:${textOf(event.summary)}`,
    `LOCATION:${textOf(event.location)}`,
    `ORGANIZER;CN=${nameOf(event.organizer.name)}:${addressOf(event.organizer.email)}`,
    `ATTENDEE;CN=${nameOf(event.attendee.name)};PARTSTAT=${isOff ? 'DECLINED' : 'ACCEPTED'};RSVP=FALSE:${addressOf(event.attendee.email)}`,
    `STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
