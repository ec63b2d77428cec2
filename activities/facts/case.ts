import type { CaseFacts, CaseMemory } from '../../domain/mentorship/index.ts';
import type { View } from '../ports.ts';
import { readMemory } from './memory.ts';

export function caseFacts(view: View, id: string): CaseFacts | undefined {
  const row = view.row('cases', id);
  if (!row) return undefined;
  const { cells } = row;
  return {
    id,
    season: cells.season,
    stage: cells.stage,
    reporter: cells.reporter,
    pair: cells.pair,
    category: cells.category,
    responded: cells.responded,
    decision: cells.decision,
    memory: readMemory<CaseMemory>(cells.memory),
    officers: officersOf(view),
    inSheet: row.inSheet,
  };
}

/** Case officers, and deputies named by one: whoever of them is here today answers the letter. */
function officersOf(view: View): string[] {
  const staff = view.rows('staff');
  const officers = staff.filter(({ cells }) => cells.roles.includes('Case officer'));
  return staff
    .filter((row) => officers.includes(row) || officers.some(({ cells }) => cells.deputy === row.cells.name))
    .map((row) => row.id);
}
