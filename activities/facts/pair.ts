import { isPairOver, type PairFacts, type PairMemory } from '../../domain/mentorship/index.ts';
import type { View } from '../ports.ts';
import { readMemory } from './memory.ts';
import { rankingOf } from './ranking.ts';
import { cohortRun } from './season.ts';

export function pairFacts(view: View, id: string): PairFacts | undefined {
  const row = view.row('matches', id);
  if (!row) return undefined;
  const { cells } = row;
  return {
    id,
    season: cells.season,
    cohort: cohortRun(view, cells.season),
    stage: cells.stage,
    mentee: cells.mentee,
    mentor: cells.mentor,
    decision: cells.decision,
    newEnd: cells.newEnd,
    memory: readMemory<PairMemory>(cells.memory),
    inSheet: row.inSheet,
    ranked: rankingOf(view, cells.mentee, cells.season).includes(cells.mentor),
    drawn: cells.choice !== '',
    known: view.row('mentees', cells.mentee) !== undefined && view.row('mentors', cells.mentor) !== undefined,
    oldestStart: oldestStart(view, id, cells.mentor),
  };
}

/** Start of the mentor's oldest other pair at work: its day of the month is the mentor's check day. */
function oldestStart(view: View, id: string, mentor: string): string {
  const starts = view
    .rows('matches')
    .filter(
      (row) =>
        row.id !== id && row.cells.mentor === mentor && row.cells.startedOn !== '' && !isPairOver(row.cells.stage),
    )
    .map((row) => row.cells.startedOn);
  return starts.sort()[0] ?? '';
}
