import { randomInt } from 'node:crypto';
import { cellAt, type Edit } from '../book/edit.ts';
import { effective } from '../book/effective.ts';
import { checkedBox } from '../book/ranges.ts';
import type { Box, Cell, GridRange, Sheet } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { setValue } from '../values/write.ts';
import { type DimensionRange, handler } from './context.ts';

function opened(edit: Edit, range: GridRange | undefined): { sheet: Sheet; box: Box } {
  if (!range) throw invalid('range is required.');
  const sheet = edit.sheet(range.sheetId ?? 0);
  const box = checkedBox(range, sheet);
  edit.guard(sheet, box);
  return { sheet, box };
}

/** Takes blanks off both ends of texts, and makes one blank of several. */
export const trimWhitespace = handler<{ range?: GridRange }>((edit, { range }) => {
  const { sheet, box } = opened(edit, range);
  let cellsChangedCount = 0;
  for (let r = box.r0; r < box.r1; r++) {
    if (!sheet.rows[r]) continue;
    for (let c = box.c0; c < box.c1; c++) {
      const value = cellAt(sheet, r, c)?.v;
      if (typeof value !== 'string') continue;
      const trimmed = value.trim().replace(/\s+/g, ' ');
      if (trimmed === value) continue;
      setValue(edit, sheet, r, c, trimmed, 'RAW');
      cellsChangedCount++;
    }
  }
  return cellsChangedCount > 0 ? { cellsChangedCount } : {};
});

type Line = (Cell | undefined)[];

const lineOf = (sheet: Sheet, row: number, { c0, c1 }: Box): Line =>
  Array.from({ length: c1 - c0 }, (_, i) => cellAt(sheet, row, c0 + i));

function putLine(edit: Edit, sheet: Sheet, row: number, { c0, c1 }: Box, line: Line): void {
  for (let c = c0; c < c1; c++) if (cellAt(sheet, row, c) !== line[c - c0]) edit.put(sheet, row, c, line[c - c0]);
}

/** Rows whose compared columns repeat an earlier row's, letter case apart, go; those below move up within the range. */
export const deleteDuplicates = handler<{ range?: GridRange; comparisonColumns?: DimensionRange[] }>(
  (edit, { range, comparisonColumns = [] }) => {
    const { sheet, box } = opened(edit, range);
    const columns = comparisonColumns.flatMap(({ dimension, startIndex = 0, endIndex = startIndex }) => {
      if (dimension !== 'COLUMNS') throw invalid('comparisonColumns must be columns.');
      if (startIndex < box.c0 || endIndex > box.c1) throw invalid('comparisonColumns must lie within the range.');
      return Array.from({ length: endIndex - startIndex }, (_, i) => startIndex + i);
    });
    const compared = columns.length > 0 ? columns : Array.from({ length: box.c1 - box.c0 }, (_, i) => box.c0 + i);
    const now = { ...edit.book };
    const seen = new Set<string>();
    const kept: Line[] = [];
    for (let r = box.r0; r < box.r1; r++) {
      const key = JSON.stringify(compared.map((c) => folded(effective(now, sheet, r, cellAt(sheet, r, c), c))));
      if (seen.has(key)) continue;
      seen.add(key);
      kept.push(lineOf(sheet, r, box));
    }
    const duplicatesRemovedCount = box.r1 - box.r0 - kept.length;
    for (let r = box.r0; r < box.r1; r++) putLine(edit, sheet, r, box, kept[r - box.r0] ?? []);
    return duplicatesRemovedCount > 0 ? { duplicatesRemovedCount } : {};
  },
);

const folded = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : (value ?? null));

/** Puts the rows of a range in an order of chance. */
export const randomizeRange = handler<{ range?: GridRange }>((edit, { range }) => {
  const { sheet, box } = opened(edit, range);
  const lines = Array.from({ length: box.r1 - box.r0 }, (_, i) => lineOf(sheet, box.r0 + i, box));
  for (let i = lines.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [lines[i], lines[j]] = [lines[j] as Line, lines[i] as Line];
  }
  lines.forEach((line, i) => {
    putLine(edit, sheet, box.r0 + i, box, line);
  });
  return undefined;
});
