import { invalid } from '../errors.ts';
import type { Box, GridRange, Sheet } from './types.ts';

/** The box a GridRange covers on this sheet: open sides reach the edge, the far end is clamped to the grid. */
export function boxOf(range: GridRange, sheet: Sheet): Box {
  const rows = sheet.rows.length;
  const columns = sheet.columns.length;
  const r0 = range.startRowIndex ?? 0;
  const c0 = range.startColumnIndex ?? 0;
  return {
    r0,
    r1: Math.min(range.endRowIndex ?? rows, rows),
    c0,
    c1: Math.min(range.endColumnIndex ?? columns, columns),
  };
}

/** As `boxOf`, for requests: a range outside the grid or turned inside out is refused. */
export function checkedBox(range: GridRange, sheet: Sheet): Box {
  const { startRowIndex: r0 = 0, startColumnIndex: c0 = 0, endRowIndex: r1, endColumnIndex: c1 } = range;
  if (r0 < 0 || c0 < 0) throw invalid('GridRange indices must not be negative.');
  if ((r1 !== undefined && r1 < r0) || (c1 !== undefined && c1 < c0))
    throw invalid('GridRange end index must not be before its start index.');
  const rows = sheet.rows.length;
  const columns = sheet.columns.length;
  if (r0 >= rows || c0 >= columns || (r1 ?? 0) > rows || (c1 ?? 0) > columns)
    throw invalid(`Range (${describe(range, sheet)}) exceeds grid limits. Max rows: ${rows}, max columns: ${columns}`);
  return boxOf(range, sheet);
}

function describe(range: GridRange, sheet: Sheet): string {
  const { startRowIndex: r0, startColumnIndex: c0, endRowIndex: r1, endColumnIndex: c1 } = range;
  const corner = (c: number | undefined, r: number | undefined): string =>
    `${c === undefined ? '' : columnName(c)}${r === undefined ? '' : r + 1}`;
  const from = corner(c0, r0);
  const to = corner(c1 === undefined ? undefined : c1 - 1, r1 === undefined ? undefined : r1 - 1);
  return `${quoteTitle(sheet.title)}!${from === to || to === '' ? from : `${from}:${to}`}`;
}

export function inside(range: GridRange, row: number, column: number): boolean {
  return (
    row >= (range.startRowIndex ?? 0) &&
    row < (range.endRowIndex ?? Infinity) &&
    column >= (range.startColumnIndex ?? 0) &&
    column < (range.endColumnIndex ?? Infinity)
  );
}

export function covers(outer: GridRange, inner: GridRange): boolean {
  return (
    (outer.startRowIndex ?? 0) <= (inner.startRowIndex ?? 0) &&
    (outer.endRowIndex ?? Infinity) >= (inner.endRowIndex ?? Infinity) &&
    (outer.startColumnIndex ?? 0) <= (inner.startColumnIndex ?? 0) &&
    (outer.endColumnIndex ?? Infinity) >= (inner.endColumnIndex ?? Infinity)
  );
}

export function overlaps(range: GridRange, box: Box): boolean {
  return (
    box.r0 < (range.endRowIndex ?? Infinity) &&
    box.r1 > (range.startRowIndex ?? 0) &&
    box.c0 < (range.endColumnIndex ?? Infinity) &&
    box.c1 > (range.startColumnIndex ?? 0)
  );
}

/** `0` is A, `26` is AA. */
export function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

export function columnIndex(name: string): number {
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + (letter.charCodeAt(0) - 64);
  return n - 1;
}

const PLAIN_TITLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
const CELL_LIKE = /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$/;

/** A tab title as the API echoes it: quoted unless it is a plain word. */
export function quoteTitle(title: string): string {
  return PLAIN_TITLE.test(title) && !CELL_LIKE.test(title) ? title : `'${title.replaceAll("'", "''")}'`;
}

/** `Sheet1!A1:B2`, as replies spell it; one cell is `Sheet1!A1`. */
export function echo(sheet: Sheet, box: Box): string {
  const from = `${columnName(box.c0)}${box.r0 + 1}`;
  const to = `${columnName(Math.max(box.c0, box.c1 - 1))}${Math.max(box.r0, box.r1 - 1) + 1}`;
  return `${quoteTitle(sheet.title)}!${from === to ? from : `${from}:${to}`}`;
}

/** As the API writes it: `sheetId` is left out when it is 0. */
export function rangeJson(range: GridRange): GridRange {
  const { sheetId, ...rest } = range;
  return sheetId ? { sheetId, ...rest } : rest;
}
