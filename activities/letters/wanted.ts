import { type LetterOrder, letterShape } from '../../domain/letters/index.ts';
import { type PairMemory, stillTrue } from '../../domain/mentorship/index.ts';
import type { Plan } from '../../domain/process/index.ts';
import { tabOfId } from '../../domain/program/index.ts';
import { readMemory } from '../facts/memory.ts';
import type { View } from '../ports.ts';
import { logRow } from './log.ts';

/** The letters a plan sends now: urgent ones each alone, and what of the slot is still true as one. Nothing sent goes twice. */
export function wanted(view: View, plan: Pick<Plan, 'letters' | 'slot'>): LetterOrder[][] {
  const open = (order: LetterOrder) => {
    const row = view.row('mailLog', logRow(order));
    return row === undefined || row.cells.status === 'reserved';
  };
  const urgent = plan.letters
    .filter((order) => letterShape(order.key).urgent && open(order))
    .filter((order) => order.key !== 'fresh-link' || isStillTrue(view, order))
    .map((order) => [order]);
  const slot = plan.slot.filter((order) => open(order) && isStillTrue(view, order));
  return slot.length > 0 ? [...urgent, slot] : urgent;
}

function isStillTrue(view: View, order: LetterOrder): boolean {
  const tab = tabOfId(order.about);
  if (tab === 'matches') {
    const row = view.row('matches', order.about);
    if (!row) return false;
    const memory = readMemory<PairMemory>(row.cells.memory);
    const side = row.cells.mentee === order.to ? 'mentee' : row.cells.mentor === order.to ? 'mentor' : undefined;
    return stillTrue(order, { stage: row.cells.stage, memory, side });
  }
  if (tab !== 'mentors' && tab !== 'mentees') return true;
  const row = view.row(tab, order.about);
  return row !== undefined && stillTrue(order, { stage: row.cells.stage, memory: undefined, side: undefined });
}
