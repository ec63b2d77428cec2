import { type Lens, lensOf, nameOf, shown, sumOf } from './cells.ts';
import { identify, idOfKey, keeperOf } from './identity.ts';
import { fineOf } from './rows.ts';
import { columnOf, ID, KEY, SUM, shapeOf } from './shape.ts';
import type { Entry, SheetReading, Shown } from './types.ts';

/** An ID for a row that had none of its own: written as its first name, if the row still is where and what it was. */
export interface Give {
  readonly row: number;
  readonly id: string;
  /** ID the row showed before, '' for a typed row. */
  readonly was: string;
  /** The row's cells then. */
  readonly cells: string;
}

export interface ProjectionOptions {
  /** Compare every program cell and clear rows of nobody, instead of only rows whose sum is old. */
  readonly full: boolean;
  /** Put names right: only when two readings in a row showed the same order. */
  readonly names: boolean;
  readonly gives: readonly Give[];
}

export const cellsOf = (reading: SheetReading, row: number): string => JSON.stringify(reading.rows[row] ?? []);

const orders = new WeakMap<SheetReading, string>();
/** The order of a tab's rows: two readings with the same order allow names to be written. */
export function orderOf(reading: SheetReading): string {
  let order = orders.get(reading);
  if (order === undefined) {
    const lens = lensOf(reading);
    order = `${reading.header}:${reading.rows.map((_, row) => `${lens.text(row, KEY)}/${lens.text(row, ID)}`).join()}`;
    orders.set(reading, order);
  }
  return order;
}

/** Where the sheet does not show what the book says: the program cells to write. Pure. */
export function project(
  reading: SheetReading,
  entries: ReadonlyMap<string, Entry>,
  { full, names, gives }: ProjectionOptions,
): Shown[] {
  const shape = shapeOf(reading.tab);
  const lens = lensOf(reading);
  const found = identify(reading, entries);
  const out: Shown[] = [];
  const there = new Set(reading.columns);
  const put = (row: number, column: string, value: Shown['value']) => {
    if (there.has(column)) out.push({ tab: reading.tab, column, row, value });
  };
  if (full && names)
    for (const column of overwrittenHeaders(reading, entries))
      put(reading.header, column, columnOf(reading.tab, column).header);
  const named = new Set<number>();
  if (names)
    for (const give of gives) {
      const entry = entries.get(give.id);
      const still = found.ids[give.row] === give.was && cellsOf(reading, give.row) === give.cells;
      if (!entry || !still || give.row === reading.header) continue;
      put(give.row, KEY, entry.key);
      named.add(give.row);
    }
  reading.rows.forEach((cells, row) => {
    if (row === reading.header || found.misprints.has(row) || found.held.has(row)) return;
    const id = found.ids[row] as string;
    const entry = id ? entries.get(id) : undefined;
    if (!entry) {
      if (!full || cells.length === 0 || row < reading.header) return;
      const stray = shape.show.filter((column) => lens.text(row, column));
      for (const column of stray) put(row, column, '');
      // With the sum even where it is empty: should the row be another one by now, its header's sum tells what happened.
      if (stray.length > 0 || lens.text(row, SUM)) put(row, SUM, '');
      if (!names || named.has(row)) return;
      const bad = shape.names.find((name) => lens.text(row, name));
      if (bad) put(row, bad, '');
      return;
    }
    if ((found.rowsOf.get(id)?.length ?? 0) === 1 && fineOf(reading, row, entries) === entry) return;
    if (!full && (idOfKey(lens.text(row, KEY)) !== id || lens.text(row, ID) !== id)) return;
    if (shows(lens, row, entry, full, there)) {
      const sum = entry.seen ? sumOf(entry) : '';
      for (const column of shape.show) put(row, column, entry.seen ? shown(entry, column) : '');
      put(row, SUM, sum);
    }
    if (!full || !names || named.has(row)) return;
    const keep = (found.rowsOf.get(id)?.length ?? 0) > 1 ? keeperOf(found, lens, entry) : row;
    if (keep === undefined) return;
    if (keep === row) {
      if (!entry.seen && !lens.some(row)) {
        // The key goes last: without it the row would count as one more row of the record it was copied from.
        const stray = shape.names.findLast((name) => lens.text(row, name));
        if (stray) put(row, stray, '');
        return;
      }
      const bad = shape.names.find((name) => lens.text(row, name) !== nameOf(entry, name));
      if (bad) put(row, bad, nameOf(entry, bad));
    } else {
      const key = idOfKey(lens.text(row, KEY));
      const copy = entries.get(key);
      if (key !== id && copy && !copy.seen && copy.from === id && !found.rowsOf.has(key)) put(row, ID, key);
    }
  });
  return out;
}

/**
 * Columns of the program whose header shows a value that belongs into a row: written there when the header row moved in the
 * very moment. What staff renamed stays.
 */
function overwrittenHeaders(reading: SheetReading, entries: ReadonlyMap<string, Entry>): string[] {
  if (reading.header < 0) return [];
  const shape = shapeOf(reading.tab);
  const lens = lensOf(reading);
  const text = (column: string): string => lens.text(reading.header, column);
  const other = (column: string): boolean =>
    reading.columns.includes(column) && text(column) !== columnOf(reading.tab, column).header;
  const named = (column: string): boolean =>
    text(column) === '' ||
    entries.has(text(column)) ||
    entries.has(idOfKey(text(column))) ||
    [...entries.values()].some((entry) => text(column) === nameOf(entry, column));
  // Program cells are always written together with their sum, so the sum tells of all of them.
  const sum = other(SUM) && (text(SUM) === '' || /^\d+\.[0-9a-z]+$/.test(text(SUM)));
  return [
    ...shape.names.filter((column) => other(column) && named(column)),
    ...(sum ? [...shape.show, SUM].filter(other) : []),
  ];
}

/** True when the program cells of a row must be written. */
function shows(lens: Lens, row: number, entry: Entry, full: boolean, there: ReadonlySet<string>): boolean {
  const sum = entry.seen ? sumOf(entry) : '';
  if (there.has(SUM) && lens.text(row, SUM) !== sum) return true;
  return full && typedOver(lens, row, entry, there).length > 0;
}

/** Keys of program columns that do not show what the book says. */
export function typedOver(lens: Lens, row: number, entry: Entry, there: ReadonlySet<string>): string[] {
  const { show } = shapeOf(entry.tab);
  return show.filter((column) => {
    if (!there.has(column)) return false;
    const want = entry.seen ? String(shown(entry, column)) : '';
    return lens.text(row, column) !== want;
  });
}
