import type { CaseFacts, CaseMemory } from '../../domain/mentorship/index.ts';
import type { View } from '../ports.ts';
import { withDeputies } from './mailing.ts';
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
    officers: withDeputies(view, 'Case officer'),
    inSheet: row.inSheet,
  };
}
