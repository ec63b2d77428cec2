import { cellAt, type Edit } from '../book/edit.ts';
import { effective, isError } from '../book/effective.ts';
import { checkedBox } from '../book/ranges.ts';
import type { Box, Cell, Effective, GridRange, Sheet, SortSpec } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { handler } from './context.ts';

export const sortRange = handler<{ range?: GridRange; sortSpecs?: SortSpec[] }>((edit, { range, sortSpecs = [] }) => {
  if (!range) throw invalid('range is required.');
  if (sortSpecs.length === 0) throw invalid('At least one sortSpec is required.');
  const sheet = edit.sheet(range.sheetId ?? 0);
  sortRows(edit, sheet, checkedBox(range, sheet), sortSpecs);
  return undefined;
});

/** Sorts contents, stably: numbers, text, booleans, errors, and empty cells last whatever the order. Rows themselves (their metadata, height) stay. */
export function sortRows(edit: Edit, sheet: Sheet, box: Box, specs: readonly SortSpec[]): void {
  edit.guard(sheet, box);
  for (const { dimensionIndex: at = 0 } of specs)
    if (at < box.c0 || at >= box.c1) throw invalid(`Sort column ${at} is outside the range.`);
  const now = { ...edit.book };
  const lines = Array.from({ length: box.r1 - box.r0 }, (_, i) => {
    const row = box.r0 + i;
    const value = (c: number): Effective => effective(now, sheet, row, cellAt(sheet, row, c), c);
    return { row, keys: specs.map(({ dimensionIndex = 0 }) => value(dimensionIndex)) };
  });
  const sorted = lines.toSorted((a, b) => {
    for (const [i, spec] of specs.entries()) {
      const order = compare(a.keys[i], b.keys[i], spec.sortOrder === 'DESCENDING');
      if (order !== 0) return order;
    }
    return 0;
  });
  const contents = sorted.map(({ row }) => {
    const cells: (Cell | undefined)[] = [];
    for (let c = box.c0; c < box.c1; c++) cells.push(cellAt(sheet, row, c));
    return cells;
  });
  sorted.forEach(({ row: from }, i) => {
    if (from === box.r0 + i) return;
    contents[i]?.forEach((cell, j) => {
      const at = cellAt(sheet, box.r0 + i, box.c0 + j);
      if (at !== cell) edit.put(sheet, box.r0 + i, box.c0 + j, cell);
    });
  });
}

const rank = (value: Effective): number =>
  typeof value === 'number'
    ? 0
    : typeof value === 'string'
      ? 1
      : typeof value === 'boolean'
        ? 2
        : isError(value)
          ? 3
          : 4;

const blank = (value: Effective): boolean => value === undefined || value === '';

function compare(a: Effective, b: Effective, descending: boolean): number {
  if (blank(a) || blank(b)) return Number(blank(a)) - Number(blank(b));
  const order = rank(a) === rank(b) ? alike(a, b) : rank(a) - rank(b);
  return descending ? -order : order;
}

function alike(a: Effective, b: Effective): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'en', { sensitivity: 'accent' });
  if (typeof a === 'object' || typeof b === 'object') return 0;
  return Number(a) - Number(b);
}
