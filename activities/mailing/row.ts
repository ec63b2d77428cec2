import { civilDateOf, type Instant } from '../../domain/calendar/index.ts';
import type { MailingMemory } from '../../domain/mailing/index.ts';
import { fieldsOf, writeKept } from '../../domain/mailing/request/index.ts';
import type { Cells } from '../../domain/program/index.ts';
import { readMemory } from '../facts/memory.ts';
import type { View } from '../ports.ts';
import { aroundOf, assessed } from './around.ts';
import { shownOf } from './shown.ts';

/**
 * What a wake writes beside its own cells: what the page shows, in words, and at each hand-in the version that is moderated now with the
 * one before it, so that a moderator can compare.
 * @param memory as the wake leaves it
 */
export function requestCells(view: View, id: string, memory: string, now: Instant): Partial<Cells<'mailings'>> {
  const row = view.row('mailings', id);
  if (!row) return {};
  const around = aroundOf(view, now);
  const request = assessed(row, around);
  const after = readMemory<MailingMemory>(memory);
  const round = readMemory<MailingMemory>(row.cells.memory)?.round ?? 0;
  return {
    ...shownOf(request, after, around.settings, civilDateOf(now)),
    ...((after?.round ?? 0) > round
      ? { before: row.cells.handedIn, handedIn: writeKept(fieldsOf(request.cells)) }
      : {}),
  };
}
