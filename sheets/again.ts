import { parseCell, type RawCell, showCell } from '../domain/program/index.ts';
import { cellHash, nextKey } from './cells.ts';
import { columnOf, shapeOf } from './shape.ts';
import type { Entry } from './types.ts';

/**
 * Staff and person cells of a record as last seen, found in rows that once showed it, wherever in them they stand: a cell is
 * known by its hash, so moved or renamed columns do not matter, and nothing older slips in.
 */
export function ownCells(entry: Entry, rows: readonly (readonly RawCell[])[]): Record<string, RawCell> {
  const shape = shapeOf(entry.tab);
  const out: Record<string, RawCell> = {};
  for (const key of shape.own) {
    const wanted = entry.seen?.[key];
    if (!wanted) continue;
    for (const row of rows) {
      const found = row.find((cell) => cell !== '' && cellHash(shape, key, cell) === wanted);
      if (found === undefined) continue;
      const parsed = parseCell(columnOf(entry.tab, key), found);
      out[key] = parsed.ok ? showCell(parsed.value) : found;
      break;
    }
  }
  return out;
}

/** Cells as last seen that were not found again: they are told as emptied by staff. */
export function emptied(entry: Entry, lost: readonly string[]): Entry {
  if (lost.length === 0) return entry;
  const { tell } = entry;
  const seen = Object.fromEntries(Object.entries(entry.seen ?? {}).filter(([key]) => !lost.includes(key)));
  const columns = [...new Set([...(tell?.columns ?? []), ...lost])];
  const told = { columns, restored: tell?.restored ?? [], isNew: tell?.isNew ?? false };
  return { ...entry, seen, tell: told, edits: (entry.edits ?? 0) + 1 };
}

/** The record with a new row of its own; cells that were not found again count as emptied by staff. */
export function insertedAgain(entry: Entry, lost: readonly string[]): Entry {
  const { flag: _flag, ...rest } = entry;
  return emptied({ ...rest, key: nextKey(entry) }, lost);
}

/** Of what staff and persons gave, what none of these rows holds any more. */
export const lostOf = (entry: Entry, found: Readonly<Record<string, RawCell>>): string[] =>
  Object.keys(entry.seen ?? {}).filter((key) => found[key] === undefined);
