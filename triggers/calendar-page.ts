import type { ServerResponse } from 'node:http';
import { calendarFile } from '../mail/index.ts';
import type { FunctionRequest } from './body.ts';
import { sendWords } from './page.ts';
import type { TriggerPorts } from './ports.ts';
import { readerOf } from './reader.ts';

/** The calendar file of a booked session, made from the row as it now stands, so that a moved session is never stale. */
export async function calendarPage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  token: string,
): Promise<void> {
  const { now } = await ports.now();
  const reading = ports.readToken(token.replace(/\.ics$/, ''), now);
  const view = reading.ok ? await ports.read(['attendance', 'training']) : undefined;
  const booking = reading.ok ? view?.row('attendance', String(reading.link.data?.attendance)) : undefined;
  const session = booking && view?.row('training', booking.cells.session);
  if (!booking || !session || session.cells.date === '') return noBooking(req, res);
  const at = (time: string) => new Date(`${session.cells.date}T${time}:00+05:00`).toISOString();
  const file = calendarFile({
    uid: booking.id,
    sequence: session.rev,
    method: booking.cells.state === 'booked' ? 'REQUEST' : 'CANCEL',
    start: at(session.cells.from),
    end: at(session.cells.to || session.cells.from),
    summary: session.cells.topic,
    location: session.cells.place,
    stamp: now,
  });
  res.writeHead(200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="session.ics"',
    'Cache-Control': 'no-store',
  });
  res.end(file);
}

function noBooking(req: FunctionRequest, res: ServerResponse): void {
  const reader = readerOf(req);
  return sendWords(res, 404, reader.words.noBooking, reader.words.noBookingMore, undefined, reader);
}
