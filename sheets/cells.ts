import { type CellValue, hash53, parseCell, type RawCell, showCell } from '../domain/program/index.ts';
import { columnOf, ID, KEY, RUN, type Shape, SUM, shapeOf } from './shape.ts';
import type { Entry, SheetReading } from './types.ts';

/** Google takes no more characters in one cell. */
export const LONGEST = 50_000;

const short = (text: string): string => (hash53(text) % 2 ** 40).toString(36);
const text = (raw: RawCell | undefined): string => (raw === undefined ? '' : String(raw));

/** The hash of a text as a cell of any column would have it. */
export const textHash = (raw: RawCell | undefined): string => {
  const trimmed = text(raw).trim();
  return trimmed === '' || raw === false ? '' : short(trimmed);
};

const memory = new Map<string, Map<RawCell, string>>();
/**
 * Short hash of what a cell means, '' for an empty one. A date retyped as a date, a number as text or a box ticked and
 * cleared again means the same and is no edit.
 */
export function cellHash(shape: Shape, key: string, raw: RawCell | undefined): string {
  if (raw === undefined || raw === '') return '';
  const name = `${shape.tab}/${key}`;
  const known = memory.get(name) ?? new Map<RawCell, string>();
  if (known.size === 0) memory.set(name, known);
  const old = known.get(raw);
  if (old !== undefined) return old;
  const parsed = parseCell(columnOf(shape.tab, key), raw);
  const meaning = parsed.ok ? showCell(parsed.value) : String(raw).trim();
  const hash = meaning === '' || meaning === false ? '' : short(String(meaning));
  if (known.size > 4000) known.clear();
  known.set(raw, hash);
  return hash;
}

/** Hashes of a row's staff and person cells, empty ones left out. */
export function hashesOf(shape: Shape, cell: (key: string) => RawCell | undefined): Record<string, string> {
  const out: Record<string, string> = {};
  for (const key of shape.own) {
    const hash = cellHash(shape, key, cell(key));
    if (hash) out[key] = hash;
  }
  return out;
}

/** What the program column of a record shows. */
export const shown = (entry: Entry, key: string): RawCell => showCell(entry.cells[key] as CellValue);

/** The key of the next row that is printed for a record: each printing has one of its own. */
export const nextKey = ({ id, key }: Entry): string => `${id}@${Number(key.split('@')[1]) + 1}`;

const sums = new WeakMap<Entry, string>();
/** What the hidden Sum column of an up-to-date row shows: the revision and a hash of the program cells. */
export function sumOf(entry: Entry): string {
  let sum = sums.get(entry);
  if (sum === undefined) {
    const { show } = shapeOf(entry.tab);
    sum = `${entry.rev}.${short(`${entry.id}\n${show.map((key) => shown(entry, key)).join('\n')}`)}`;
    sums.set(entry, sum);
  }
  return sum;
}

/** What a name column shows for a record. */
export const nameOf = (entry: Entry, column: string): string =>
  column === KEY ? entry.key : column === ID ? entry.id : column === RUN ? text(shown(entry, RUN)) : '';

/** All cells of a new row, by position. */
export function newRow(entry: Entry, own: Readonly<Record<string, RawCell>>, columns: readonly string[]): RawCell[] {
  const program = new Set(shapeOf(entry.tab).show);
  return columns.map((key) => {
    if (key === KEY || key === ID || key === RUN) return nameOf(entry, key);
    if (key === SUM) return sumOf(entry);
    return program.has(key) ? shown(entry, key) : (own[key] ?? '');
  });
}

/** A tab's cells by row and column key. */
export interface Lens {
  raw(row: number, key: string): RawCell | undefined;
  text(row: number, key: string): string;
  /** Hashes of the staff and person cells of a row. */
  seen(row: number): Readonly<Record<string, string>>;
  /** Any staff or person cell filled. */
  some(row: number): boolean;
}

const hashed = new WeakMap<
  readonly RawCell[],
  { readonly columns: readonly string[]; readonly seen: Readonly<Record<string, string>> }
>();
const lenses = new WeakMap<SheetReading, Lens>();
export function lensOf(reading: SheetReading): Lens {
  const known = lenses.get(reading);
  if (known) return known;
  const shape = shapeOf(reading.tab);
  const at = new Map<string, number>();
  reading.columns.forEach((key, i) => {
    if (key && !at.has(key)) at.set(key, i);
  });
  const none: readonly RawCell[] = [];
  const raw = (row: number, key: string): RawCell | undefined => {
    const column = at.get(key);
    return column === undefined ? undefined : reading.rows[row]?.[column];
  };
  const lens: Lens = {
    raw,
    text: (row, key) => text(raw(row, key)),
    seen: (row) => {
      const cells = reading.rows[row] ?? none;
      const known = hashed.get(cells);
      if (known && known.columns === reading.columns) return known.seen;
      const seen = hashesOf(shape, (key) => raw(row, key));
      hashed.set(cells, { columns: reading.columns, seen });
      return seen;
    },
    some: (row) => Object.keys(lens.seen(row)).length > 0,
  };
  lenses.set(reading, lens);
  return lens;
}
