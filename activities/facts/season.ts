import type { CohortMemory } from '../../domain/mentorship/index.ts';
import { runId } from '../../domain/messages.ts';
import type { Row, View } from '../ports.ts';
import { readMemory } from './memory.ts';

/** The name a season's rows carry: the one it began with, though staff may have renamed it since. */
export const seasonName = (row: Row<'seasons'>): string =>
  readMemory<CohortMemory>(row.cells.memory)?.name ?? row.cells.name;

/** The row of Seasons that rows with this season name belong to. */
export const seasonNamed = (view: View, name: string): Row<'seasons'> | undefined =>
  name === '' ? undefined : view.rows('seasons').find((row) => seasonName(row) === name);

/** Its end has come: no pair of it starts any more, though its pairs go on. */
export const seasonEnded = (row: Row<'seasons'>): boolean =>
  row.cells.stage === 'Closed' || readMemory<CohortMemory>(row.cells.memory)?.open.ending !== undefined;

/** The season that runs now and began last; empty while none does. */
export function runningSeason(view: View): string {
  const running = view.rows('seasons').filter((row) => !['', 'Planned'].includes(row.cells.stage) && !seasonEnded(row));
  const newest = running.sort((a, b) => (a.cells.opensOn < b.cells.opensOn ? 1 : -1))[0];
  return newest ? seasonName(newest) : '';
}

/** Id of the season's run, or empty where no row of Seasons has that name. */
export function cohortRun(view: View, name: string): string {
  const row = seasonNamed(view, name);
  return row ? runId('cohort', row.id) : '';
}
