import type { RawCell } from '../domain/program/index.ts';
import type { Entry, SheetReading } from './types.ts';

/**
 * Takes over the rows of the reading before where they are the same, as the same arrays: a row that is the same array was
 * looked at already. Ten thousand rows of which one was edited then cost little more than reading them. A tab in which nothing
 * changed is the reading before itself.
 */
export function keepRows(before: SheetReading | undefined, now: SheetReading, keyColumn: number): SheetReading {
  if (!before || before === now || before.partial || now.partial) return now;
  const columns = sameCells(before.columns, now.columns) ? before.columns : now.columns;
  let byKey: Map<RawCell, readonly RawCell[]> | undefined;
  const rows = now.rows.map((row, i) => {
    const here = before.rows[i];
    if (here && sameCells(here, row)) return here;
    const key = row[keyColumn];
    if (!key) return row;
    byKey ??= new Map(before.rows.map((each) => [each[keyColumn] ?? '', each]));
    const there = byKey.get(key);
    return there && sameCells(there, row) ? there : row;
  });
  const same =
    columns === before.columns &&
    now.header === before.header &&
    now.height === before.height &&
    rows.length === before.rows.length &&
    rows.every((row, i) => row === before.rows[i]);
  return same ? before : { ...now, columns, rows };
}

function sameCells(a: readonly RawCell[], b: readonly RawCell[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

interface Fine {
  readonly columns: readonly string[];
  readonly entry: Entry;
}
const fine = new WeakMap<readonly RawCell[], Fine>();

/** Notes that a row names this record by all its names and shows all of it as the book has it. */
export function noteFine(reading: SheetReading, row: number, entry: Entry): void {
  const cells = reading.rows[row];
  if (cells) fine.set(cells, { columns: reading.columns, entry });
}

/** The record of which a row was found to be all right before, if neither has changed since. */
export function fineOf(reading: SheetReading, row: number, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  const cells = reading.rows[row];
  const known = cells && fine.get(cells);
  if (!known || known.columns !== reading.columns) return undefined;
  return entries.get(known.entry.id) === known.entry ? known.entry : undefined;
}
