import type { Row, View } from '../activities/ports.ts';
import { type Cells, type CellValue, emptyCell, parseCell, type TabKey, tabOf } from '../domain/program/index.ts';
import { entriesOf } from './book.ts';
import { lensOf } from './cells.ts';
import type { Draft } from './draft.ts';
import { identify, keeperOf } from './identity.ts';
import { ID, shapeOf } from './shape.ts';
import type { Entry, SheetReading } from './types.ts';

/** The rows of a draft: program cells from the book, staff and person cells from the sheet. */
export function viewOf(draft: Draft): View {
  return {
    row: <T extends TabKey>(tab: T, id: string) => {
      const reading = draft.need(tab, 'rows');
      const entry = draft.entry(tab, id);
      return entry?.seen ? (rowOf(draft, entry, reading) as Row<T>) : undefined;
    },
    rows: <T extends TabKey>(tab: T) => {
      const reading = draft.need(tab, 'rows');
      return rowsOf(draft, tab, reading) as readonly Row<T>[];
    },
  };
}

/** Sorted rows of a tab's records as they stand in the book, kept while the book's tab stays the same. */
const sorted = new WeakMap<ReadonlyMap<string, Entry>, readonly Entry[]>();
const byId = (a: Entry, b: Entry): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function rowsOf(draft: Draft, tab: TabKey, reading: SheetReading | undefined): readonly Row[] {
  const book = entriesOf(draft.source(tab).state, tab);
  let list = sorted.get(book);
  if (!list) {
    list = [...book.values()].filter((entry) => entry.seen).sort(byId);
    sorted.set(book, list);
  }
  const changed = draft.changedIn(tab).filter((entry) => entry.seen);
  if (changed.length === 0) return list.map((entry) => rowOf(draft, entry, reading));
  const here = new Set(changed.map((entry) => entry.id));
  const merged = [...list.filter((entry) => !here.has(entry.id)), ...changed].sort(byId);
  return merged.map((entry) => rowOf(draft, entry, reading));
}

interface Made {
  readonly reading: SheetReading | undefined;
  readonly row: number;
  readonly cells: readonly unknown[] | undefined;
  readonly made: Row;
}
/** Rows once made, while neither the record nor the cells of its line changed. */
const made = new WeakMap<Entry, Made>();

function rowOf(draft: Draft, entry: Entry, reading: SheetReading | undefined): Row {
  const own = draft.inserted(entry.id);
  if (own) return build(entry, (key) => own[key], true, []);
  if (shapeOf(entry.tab).log || !reading) {
    const known = made.get(entry);
    if (known) return known.made;
    const row = build(entry, () => undefined, true, []);
    made.set(entry, { reading: undefined, row: -1, cells: undefined, made: row });
    return row;
  }
  const found = identify(reading, entriesOf(draft.source(entry.tab).state, entry.tab));
  const rows = found.rowsOf.get(entry.id) ?? [];
  const at = rows.length > 1 ? (keeperOf(found, lensOf(reading), entry) ?? rows[0]) : rows[0];
  const cells = at === undefined ? undefined : reading.rows[at];
  const known = made.get(entry);
  if (known && rows.length < 2 && known.reading && sameCells(known, reading, cells)) return known.made;
  const lens = lensOf(reading);
  const problems = rows.length > 1 ? [{ column: 'ID', problem: 'stands in several rows' }] : [];
  const row = build(entry, (key) => (at === undefined ? undefined : lens.raw(at, key)), at !== undefined, problems);
  made.set(entry, { reading, row: at ?? -1, cells, made: row });
  return row;
}

function sameCells(known: Made, reading: SheetReading, cells: readonly unknown[] | undefined): boolean {
  if (known.reading === reading) return known.cells === cells;
  if (known.reading?.columns.join() !== reading.columns.join()) return false;
  if (!known.cells || !cells) return known.cells === cells;
  return known.cells.length === cells.length && known.cells.every((cell, i) => cell === cells[i]);
}

function build(
  entry: Entry,
  raw: (key: string) => string | number | boolean | undefined,
  inSheet: boolean,
  problems: readonly { readonly column: string; readonly problem: string }[],
): Row {
  const { columns } = tabOf(entry.tab);
  const cells: Record<string, CellValue> = {};
  const all = [...problems];
  for (const [key, column] of Object.entries(columns)) {
    if (key === ID) cells[key] = entry.id;
    else if (column.owner === 'program') cells[key] = entry.cells[key] ?? emptyCell(column);
    else {
      const parsed = parseCell(column, raw(key));
      cells[key] = parsed.ok ? parsed.value : emptyCell(column);
      if (!parsed.ok) all.push({ column: column.header, problem: parsed.problem });
    }
  }
  return { tab: entry.tab, id: entry.id, rev: entry.rev, cells: cells as Cells<TabKey>, problems: all, inSheet };
}
