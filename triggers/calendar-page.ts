import type { ServerResponse } from 'node:http';
import { calendarFile, sessionEvent } from '../domain/invitations/index.ts';
import { DEFAULT_SETTINGS } from '../domain/program/index.ts';
import type { FunctionRequest } from './body.ts';
import { sendWords } from './page.ts';
import type { TriggerPorts } from './ports.ts';
import { readerOf } from './reader.ts';
import type { View } from './types.ts';

/** The calendar file of a booked session, made from the row as it now stands, so that a moved session is never stale. */
export async function calendarPage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  token: string,
): Promise<void> {
  const { now } = await ports.now();
  const reading = ports.readToken(token.replace(/\.ics$/, ''), now);
  const view = reading.ok ? await ports.read(['attendance', 'training', 'mentors', 'mentees', 'settings']) : undefined;
  const booking = reading.ok ? view?.row('attendance', String(reading.link.data?.attendance)) : undefined;
  const session = booking && view?.row('training', booking.cells.session);
  const person = booking && (view?.row('mentors', booking.cells.person) ?? view?.row('mentees', booking.cells.person));
  if (!view || !booking || !person || !session?.cells.date) return noBooking(req, res);
  const file = calendarFile({
    ...sessionEvent(booking.id, session.cells, now),
    method: booking.cells.state === 'booked' ? 'REQUEST' : 'CANCEL',
    sequence: sequenceIn(person.cells.memory),
    organizer: { name: settingOf(view, 'center'), email: settingOf(view, 'centerEmail') },
    attendee: { name: person.cells.name, email: person.cells.email },
    stamp: now,
  });
  res.writeHead(200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="training.ics"',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  res.end(file);
}

/** The number of the last calendar file that went by letter; nothing went yet where the memory says nothing. */
function sequenceIn(memory: string): number {
  try {
    return Number((JSON.parse(memory) as { calendar?: number }).calendar ?? 0);
  } catch {
    // A row that no run has answered yet has no memory.
    return 0;
  }
}

const settingOf = (view: View, key: 'center' | 'centerEmail'): string =>
  view.rows('settings').find((row) => row.cells.key === key)?.cells.value || DEFAULT_SETTINGS[key];

function noBooking(req: FunctionRequest, res: ServerResponse): void {
  const reader = readerOf(req);
  return sendWords(res, 404, reader.words.noBooking, reader.words.noBookingMore, undefined, reader);
}
