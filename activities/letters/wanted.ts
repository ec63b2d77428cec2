import type { Instant } from '../../domain/calendar/index.ts';
import { type LetterKey, type LetterOrder, letterShape } from '../../domain/letters/index.ts';
import { type PairMemory, type ParticipantMemory, stillTrue } from '../../domain/mentorship/index.ts';
import type { Plan } from '../../domain/process/index.ts';
import { type Role, tabOfId } from '../../domain/program/index.ts';
import { readMemory } from '../facts/memory.ts';
import { decidersOf, deputiesOf, holdersOf } from '../needs.ts';
import type { Row, View } from '../ports.ts';
import { logRow } from './log.ts';

/** The letters a plan sends now: urgent ones each alone, and what of the slot is still true as one. Nothing sent goes twice. */
export function wanted(view: View, plan: Pick<Plan, 'letters' | 'slot'>, now: Instant): LetterOrder[][] {
  const open = (order: LetterOrder) => {
    const row = view.row('mailLog', logRow(order));
    return row === undefined || row.cells.status === 'reserved';
  };
  const urgent = plan.letters
    .flatMap((order) => toHolders(view, order, now))
    .filter((order) => letterShape(order.key).urgent && open(order))
    .filter((order) => order.key !== 'fresh-link' || isStillTrue(view, order, now))
    .map((order) => [order]);
  const slot = plan.slot.filter((order) => open(order) && isStillTrue(view, order, now));
  return slot.length > 0 ? [...urgent, slot] : urgent;
}

/**
 * The letters that an earlier try of the same wake reserved and did not mark, in the very batches it made: a subject that is no
 * longer true must not turn a letter that may be on its way into another one.
 */
export function reservedEarlier(view: View, plan: Pick<Plan, 'letters' | 'slot'>, now: Instant): LetterOrder[][] {
  const batches = new Map<string, LetterOrder[]>();
  for (const order of [...plan.letters.flatMap((each) => toHolders(view, each, now)), ...plan.slot]) {
    const row = view.row('mailLog', logRow(order));
    if (row?.cells.status !== 'reserved') continue;
    batches.set(row.cells.message, [...(batches.get(row.cells.message) ?? []), order]);
  }
  return [...batches.values()];
}

/** Letters that ask somebody to decide about a mailing. Nobody decides about their own, so its initiator gets none of them (Q11). */
const TO_DECIDE: ReadonlySet<LetterKey> = new Set([
  'mailing-to-moderate',
  'mailing-to-coordinate',
  'mailing-half-time',
  'mailing-alarm',
]);

/**
 * A letter to a role is one to each who answers for it today, one to deputies (`deputy:…`) to theirs; with nobody there it stays as it is,
 * and staff see why.
 */
function toHolders(view: View, order: LetterOrder, now: Instant): LetterOrder[] {
  const [, address, role] = /^(role|deputy):(.+)$/.exec(order.to) ?? [];
  if (role === undefined) return [order];
  const told = address === 'deputy' ? deputiesOf : holdersOf;
  const fits = ({ cells }: Row<'staff'>) => cells.email !== '';
  const holders =
    TO_DECIDE.has(order.key) && role !== 'Director'
      ? decidersOf(view, { role: role as Role, mailing: order.about, told, fits }, now)
      : told(view, role as Role, now).filter(fits);
  return holders.length === 0 ? [order] : holders.map((holder) => ({ ...order, to: holder.id }));
}

/** Whether a letter still has a point, by the row it is about. */
export function isStillTrue(view: View, order: LetterOrder, now: Instant): boolean {
  const tab = tabOfId(order.about);
  if (tab === 'matches') {
    const row = view.row('matches', order.about);
    if (!row) return false;
    const memory = readMemory<PairMemory>(row.cells.memory);
    const side = row.cells.mentee === order.to ? 'mentee' : row.cells.mentor === order.to ? 'mentor' : undefined;
    return stillTrue(order, { stage: row.cells.stage, memory, side, now });
  }
  if (tab !== 'mentors' && tab !== 'mentees') return true;
  const row = view.row(tab, order.about);
  if (!row) return false;
  const person = readMemory<ParticipantMemory>(row.cells.memory);
  return stillTrue(order, { stage: row.cells.stage, memory: undefined, side: undefined, person, now });
}
