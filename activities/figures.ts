import type { Instant } from '../domain/calendar/index.ts';
import { figuresOf } from '../domain/figures/index.ts';
import { rowId } from '../domain/program/index.ts';
import { contextOf } from './facts/context.ts';
import { figureFacts } from './facts/figures.ts';
import { seasonName } from './facts/season.ts';
import type { AnyChange, Ports, Row, View } from './ports.ts';

/**
 * Counts every season that is not closed and writes what changed of its rows in one commit: the season's own row says when all
 * were counted, each other one since when it shows its number. A season that has closed is counted once more and then keeps
 * its numbers.
 */
export async function writeFigures(ports: Ports, { now }: { readonly now: Instant }): Promise<void> {
  await ports.record.commit((view) => ({
    changes: view
      .rows('seasons')
      .filter((season) => season.cells.stage !== '' && !isFrozen(view, season))
      .flatMap((season) => rowsOf(view, season, now)),
    result: undefined,
  }));
  await ports.record.show('figures');
}

/** The row that is written each time. */
const COUNTED = 'season';

const idOf = (season: string, key: string): string => rowId('dashboard', `${season}/${key}`);

const isFrozen = (view: View, season: Row<'seasons'>): boolean =>
  season.cells.stage === 'Closed' &&
  view.row('dashboard', idOf(seasonName(season), 'season'))?.cells.value === 'Closed';

function rowsOf(view: View, season: Row<'seasons'>, now: Instant): AnyChange[] {
  const name = seasonName(season);
  const { groupSmallest } = contextOf(view).settings;
  return figuresOf(figureFacts(view, season, now), groupSmallest)
    .filter(({ key, value }) => key === COUNTED || view.row('dashboard', idOf(name, key))?.cells.value !== value)
    .map(
      ({ key, section, measure, value, definition }): AnyChange => ({
        tab: 'dashboard',
        id: idOf(name, key),
        create: {},
        cells: { season: name, section, measure, value, definition, at: now },
      }),
    );
}
