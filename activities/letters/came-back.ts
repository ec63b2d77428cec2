import type { Instant } from '../../domain/calendar/index.ts';
import { reasonOf } from '../../domain/letters/index.ts';
import { fingerprint, rowId, tabOf, tabOfId } from '../../domain/program/index.ts';
import { newAddress, personTab } from '../facts/people.ts';
import { cameBackCause, isCameBack, openRow } from '../needs.ts';
import type { AnyChange, LetterNews, Row, View } from '../ports.ts';
import { isBack, keeping, keptIn } from './log.ts';
import { nameAndId, readerOf } from './reader.ts';

export type CameBack = 'noted' | 'known' | 'not ours';
const LATE = 'delayed: ';

/**
 * A letter to one person came back (lifecycle §9). For good: every subject of it is marked as bounced, with the reason, and one row of the
 * queue asks for the person's address. Late: its answer says so, and nobody is asked. A second report on the same sending, or one on a
 * sending before the last, changes nothing.
 */
export function letterCameBack(
  view: View,
  { letter, again, kind, status }: LetterNews,
  now: Instant,
): { changes: AnyChange[]; result: CameBack } {
  const row = view.row('mailLog', letter);
  if (!row) return { changes: [], result: 'not ours' };
  const isKnown = isBack(row) || (kind === 'soft' && row.cells.reply.startsWith(LATE));
  if (isKnown || again !== (keptIn(row).again ?? 0)) return { changes: [], result: 'known' };
  const subjects = view.rows('mailLog').filter(({ cells }) => cells.message === row.cells.message);
  if (kind === 'soft')
    return {
      changes: subjects.map(({ id }) => ({ tab: 'mailLog', id, cells: { reply: `${LATE}${reasonOf(status)}` } })),
      result: 'noted',
    };
  const { to } = row.cells;
  const address = addressMark(view, to);
  const marks = subjects.map(
    (each): AnyChange => ({
      tab: 'mailLog',
      id: each.id,
      cells: {
        status: 'bounced',
        reply: reasonOf(status),
        order: keeping(each, { back: { again: keptIn(each).again ?? 0, address } }),
      },
    }),
  );
  const others = backTo(view, to, address).filter(({ cells }) => cells.message !== row.cells.message);
  const many = new Set(others.map(({ cells }) => cells.message)).size + 1;
  return { changes: [...marks, cameBackRow(view, to, many, reasonOf(status), now)], result: 'noted' };
}

/** Says nothing about the address but whether it is still the same. */
const addressMark = (view: View, to: string): string =>
  fingerprint(`came back/${(readerOf(view, to)?.email ?? '').trim().toLowerCase()}`);

const backTo = (view: View, to: string, address: string): Row<'mailLog'>[] =>
  view.rows('mailLog').filter((row) => row.cells.to === to && isBack(row) && keptIn(row).back?.address === address);

function cameBackRow(view: View, to: string, many: number, reason: string, now: Instant): AnyChange {
  const tab = tabOfId(to);
  const column = tab === 'mailings' ? tabOf(tab).columns.initiatorEmail?.header : 'Email';
  const cause = cameBackCause(to);
  const open = view.row('needs', rowId('needs', cause));
  const person = personTab(to);
  const row = person && view.row(person, to);
  const newer = row && newAddress(row) !== '' ? ' A newer one stands in New answers; nobody has confirmed it.' : '';
  return openRow(
    view,
    {
      cause,
      about: to,
      role: 'Coordinator',
      actions: ['Send again', 'Done'],
      what: `${many === 1 ? 'Letter' : `${many} letters`} to ${nameAndId(view, to)} came back: check the address`,
      why: `Reported: ${reason}. Correct "${column}" in ${tab ? tabOf(tab).title : 'its row'}, and this row closes.${newer} Send again, before or after, sends what came back and still holds.`,
    },
    now,
    {
      since: open?.cells.state === 'Open' ? open.cells.since : now,
      systemNote: open && open.cells.action !== '' ? 'Open again: clear Action, then choose.' : '',
    },
  );
}

/** Rows of the queue whose address was corrected since: of one person, or of all. */
export const correctedSince = (view: View, to?: string): AnyChange[] =>
  openRows(view, to)
    .filter(({ cells: { about } }) => backTo(view, about, addressMark(view, about)).length === 0)
    .map(({ id }): AnyChange => ({ tab: 'needs', id, cells: { state: 'Closed', systemNote: CORRECTED } }));
const CORRECTED = 'Closed: the address was changed. Send again, chosen here, sends what came back.';

function openRows(view: View, to: string | undefined): Row<'needs'>[] {
  const isOpen = (row: Row<'needs'> | undefined) => row?.cells.state === 'Open' && isCameBack(row.cells.cause);
  if (to === undefined) return view.rows('needs').filter(isOpen);
  const row = view.row('needs', rowId('needs', cameBackCause(to)));
  return row && isOpen(row) ? [row] : [];
}
