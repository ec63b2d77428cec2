import { locate } from '../book/a1.ts';
import { append, insert } from '../book/dimensions.ts';
import { cellAt, type Edit } from '../book/edit.ts';
import { isBlankCell } from '../book/effective.ts';
import { echo } from '../book/ranges.ts';
import type { Box, Sheet } from '../book/types.ts';
import { echoOptions, written } from './calls.ts';
import { inputOption, insertOption, majorDimension } from './render.ts';
import { checked, writeRange } from './write.ts';

/**
 * `values.append`: the range is where a table is looked for, not where is written. The rows go below the last table
 * that touches it, starting in that table's first column; without a table they go to the start of the range.
 */
export function appendValues(edit: Edit, range: string, body: Record<string, unknown>, query: URLSearchParams): object {
  const input = inputOption(query.get('valueInputOption') ?? undefined);
  const byColumn = majorDimension(body.majorDimension as string | undefined) === 'COLUMNS';
  const at = locate(edit.book, range);
  const sheet = edit.sheet(at.sheet.id);
  const table = tableAt(sheet, at.box);
  const tableRange = table && echo(sheet, table);
  const r0 = table ? table.r1 : at.box.r0;
  const c0 = table ? table.c0 : at.box.c0;
  const block = checked(body.values, byColumn);
  const height = block.length;
  const width = block.reduce((most, line) => Math.max(most, line.length), 0);
  if (insertOption(query.get('insertDataOption')) === 'INSERT_ROWS' && height > 0 && r0 < sheet.rows.length)
    insert(edit, sheet, 'ROWS', r0, height, r0 > 0);
  if (r0 + height > sheet.rows.length) append(edit, sheet, 'ROWS', r0 + height - sheet.rows.length);
  if (c0 + width > sheet.columns.length) append(edit, sheet, 'COLUMNS', c0 + width - sheet.columns.length);
  const box = { r0, c0, r1: r0 + 1, c1: c0 + 1 };
  const result = writeRange(edit, { sheet, box, open: true }, body.values, input, byColumn);
  return {
    spreadsheetId: edit.book.id,
    ...(tableRange === undefined ? {} : { tableRange }),
    updates: written(edit, result, echoOptions(query)),
  };
}

const filled = (sheet: Sheet, r: number, c: number): boolean => !isBlankCell(cellAt(sheet, r, c));

/** The last block of adjacent filled cells that the range touches. */
function tableAt(sheet: Sheet, box: Box): Box | undefined {
  const single = box.r1 - box.r0 === 1 && box.c1 - box.c0 === 1;
  if (single && !filled(sheet, box.r0, box.c0)) return beside(sheet, box.r0, box.c0);
  for (let r = box.r1 - 1; r >= box.r0; r--) {
    if (!sheet.rows[r]) continue;
    for (let c = box.c1 - 1; c >= box.c0; c--) if (filled(sheet, r, c)) return grow(sheet, r, c);
  }
  return single ? undefined : beside(sheet, box.r0, box.c0);
}

/** An empty cell belongs to a table if it lies within the table's rectangle, as a gap does. */
function beside(sheet: Sheet, row: number, column: number): Box | undefined {
  for (const [dr, dc] of [
    [-1, 0],
    [0, -1],
    [0, 1],
    [1, 0],
  ] as const) {
    const [r, c] = [row + dr, column + dc];
    if (r < 0 || c < 0 || !filled(sheet, r, c)) continue;
    const table = grow(sheet, r, c);
    if (row >= table.r0 && row < table.r1 && column >= table.c0 && column < table.c1) return table;
  }
  return undefined;
}

function grow(sheet: Sheet, row: number, column: number): Box {
  let box: Box = { r0: row, r1: row + 1, c0: column, c1: column + 1 };
  for (;;) {
    const next = {
      r0: box.r0 - (anyIn(sheet, { ...box, r0: box.r0 - 1, r1: box.r0, c0: box.c0 - 1, c1: box.c1 + 1 }) ? 1 : 0),
      r1: box.r1 + (anyIn(sheet, { ...box, r0: box.r1, r1: box.r1 + 1, c0: box.c0 - 1, c1: box.c1 + 1 }) ? 1 : 0),
      c0: box.c0 - (anyIn(sheet, { ...box, c0: box.c0 - 1, c1: box.c0 }) ? 1 : 0),
      c1: box.c1 + (anyIn(sheet, { ...box, c0: box.c1, c1: box.c1 + 1 }) ? 1 : 0),
    };
    if (next.r0 === box.r0 && next.r1 === box.r1 && next.c0 === box.c0 && next.c1 === box.c1) return box;
    box = next;
  }
}

function anyIn(sheet: Sheet, box: Box): boolean {
  for (let r = Math.max(0, box.r0); r < Math.min(box.r1, sheet.rows.length); r++)
    for (let c = Math.max(0, box.c0); c < Math.min(box.c1, sheet.columns.length); c++)
      if (filled(sheet, r, c)) return true;
  return false;
}
