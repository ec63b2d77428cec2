import { type CalendarEvent, calendarFile, meetingEvent, sessionEvent } from '../../domain/invitations/index.ts';
import type { LetterKey } from '../../domain/letters/index.ts';
import type { OutgoingLetter } from '../ports.ts';
import type { Composer } from './composer.ts';

const METHODS: Partial<Record<LetterKey, 'REQUEST' | 'CANCEL'>> = {
  'training-booked': 'REQUEST',
  'training-moved': 'REQUEST',
  'training-cancelled': 'CANCEL',
  meeting: 'REQUEST',
  'meeting-off': 'CANCEL',
};

/** What goes into the reader's calendar with the letter about a session or a meeting; nothing with other letters. */
export function invitationOf(
  composer: Composer,
  organizer: { readonly name: string; readonly email: string },
): OutgoingLetter['calendar'] {
  const { order, reader } = composer;
  const method = METHODS[order.key];
  const { sequence, stamp } = order.data ?? {};
  // Letters that were ordered before calendars were told have no number.
  if (!method || sequence === undefined) return undefined;
  const content = calendarFile({
    ...(order.key.startsWith('meeting') ? meetingOf(composer) : sessionOf(composer)),
    method,
    sequence: Number(sequence),
    stamp: String(stamp),
    organizer,
    attendee: { name: reader.name, email: reader.email },
  });
  return { method, content };
}

type Event = Pick<CalendarEvent, 'uid' | 'start' | 'end' | 'summary' | 'location'>;

function sessionOf({ order, view }: Composer): Event {
  const { attendance, session, start } = order.data ?? {};
  return sessionEvent(String(attendance), view.row('training', String(session))?.cells, String(start));
}

/** Each calendar names the other person; where they meet is their own way of contact. */
const meetingOf = (c: Composer): Event =>
  meetingEvent(c.order.about, { at: c.data('at'), minutes: c.number('minutes') }, c.partner, c.contact);
