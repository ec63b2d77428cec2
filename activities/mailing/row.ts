import { civilDateOf, type Instant } from '../../domain/calendar/index.ts';
import type { MailingMemory } from '../../domain/mailing/index.ts';
import { filesLeft, writeVersion } from '../../domain/mailing/request/index.ts';
import type { Cells } from '../../domain/program/index.ts';
import { readMemory } from '../facts/memory.ts';
import type { View } from '../ports.ts';
import { aroundOf, assessed } from './around.ts';
import { shownOf } from './shown.ts';

/** Files of a request that nothing names any more once a wake's changes are in: those of the version that another one takes the place of. */
export function filesLeftBy(before: View, after: View, id: string): string[] {
  const [was, is] = [before.row('mailings', id), after.row('mailings', id)];
  return was && is ? filesLeft(was.cells, is.cells) : [];
}

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
    ...((after?.round ?? 0) > round ? { before: row.cells.handedIn, handedIn: writeVersion(request.cells) } : {}),
  };
}
