import { calendarFile, sessionEvent } from '../../domain/invitations/index.ts';
import type { LetterKey } from '../../domain/letters/index.ts';
import type { OutgoingLetter } from '../ports.ts';
import type { Composer } from './composer.ts';

const METHODS: Partial<Record<LetterKey, 'REQUEST' | 'CANCEL'>> = {
  'training-booked': 'REQUEST',
  'training-moved': 'REQUEST',
  'training-cancelled': 'CANCEL',
};

/** What goes into the reader's calendar with the letter about a session; nothing with other letters. */
export function invitationOf(
  { order, reader, view }: Pick<Composer, 'order' | 'reader' | 'view'>,
  organizer: { readonly name: string; readonly email: string },
): OutgoingLetter['calendar'] {
  const method = METHODS[order.key];
  const { attendance, session, sequence, stamp, start } = order.data ?? {};
  // Letters that were ordered before calendars were told have no number.
  if (!method || sequence === undefined) return undefined;
  const cells = view.row('training', String(session))?.cells;
  const content = calendarFile({
    ...sessionEvent(String(attendance), cells, String(start)),
    method,
    sequence: Number(sequence),
    stamp: String(stamp),
    organizer,
    attendee: { name: reader.name, email: reader.email },
  });
  return { method, content };
}
