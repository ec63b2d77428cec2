import { type Located, locate } from '../book/a1.ts';
import { cellAt, type Edit } from '../book/edit.ts';
import { formatOf, mergeDeep } from '../book/effective.ts';
import { columnName, echo } from '../book/ranges.ts';
import type { Box, Cell, Sheet } from '../book/types.ts';
import { invalid, wrongType } from '../errors.ts';
import { typed } from '../typing/typed.ts';

export type Input = 'RAW' | 'USER_ENTERED';

export interface Written {
  readonly sheet: Sheet;
  readonly box: Box;
  readonly range: string;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

export const CELL_LIMIT = 50_000;

/** Writes a block of values; `null` leaves a cell alone, `""` empties it. Throws when the block does not fit the range. */
export function writeRange(edit: Edit, at: Located, values: unknown, input: Input, byColumn: boolean): Written {
  const block = checked(values, byColumn);
  const sheet = edit.sheet(at.sheet.id);
  const box = fit(sheet, at, block);
  const rows = new Set<number>();
  const columns = new Set<number>();
  let cells = 0;
  if (block.some((line) => line.some((v) => v !== null))) edit.guard(sheet, box);
  block.forEach((line, i) => {
    line.forEach((value, j) => {
      if (value === null || value === undefined) return;
      setValue(edit, sheet, box.r0 + i, box.c0 + j, value, input);
      rows.add(i);
      columns.add(j);
      cells++;
    });
  });
  return { sheet, box, range: echo(sheet, box), rows: rows.size, columns: columns.size, cells };
}

export const writeA1 = (edit: Edit, range: string, values: unknown, input: Input, byColumn: boolean): Written =>
  writeRange(edit, locate(edit.book, range), values, input, byColumn);

/** Puts one value where a cell is, leaving its looks, note and validation. */
export function setValue(edit: Edit, sheet: Sheet, row: number, column: number, value: unknown, input: Input): void {
  const old = cellAt(sheet, row, column);
  const { v: _v, x: _x, ...rest } = old ?? {};
  if (typeof value === 'string' && value.length > CELL_LIMIT)
    throw invalid(`Your input contains more than the maximum of ${CELL_LIMIT} characters in a single cell.`);
  if (value === '') {
    edit.put(sheet, row, column, Object.keys(rest).length > 0 ? rest : undefined);
    return;
  }
  edit.put(sheet, row, column, { ...rest, ...entered(sheet, row, column, old, value, input) });
}

function entered(sheet: Sheet, row: number, column: number, old: Cell | undefined, value: unknown, input: Input): Cell {
  if (input === 'RAW' || typeof value !== 'string') return { v: value as string | number | boolean };
  const format = formatOf(sheet, row, column, old);
  const numberFormat = format?.numberFormat as { type?: string } | undefined;
  if (numberFormat?.type === 'TEXT' && !value.startsWith('=')) return { v: value };
  const { pattern, ...what } = typed(value);
  if (!pattern || (numberFormat?.type !== undefined && numberFormat.type === pattern.type)) return what;
  return { ...what, f: mergeDeep(format ?? {}, { numberFormat: pattern }) };
}

/** The values of a body as rows; throws when they are no list of lists of plain values. */
export function checked(values: unknown, byColumn: boolean): unknown[][] {
  if (values === undefined || values === null) return [];
  const bad = (value: unknown, type: string) => {
    const text = `Invalid value at 'data.values' (type.googleapis.com/google.protobuf.${type}), ${JSON.stringify(value)}`;
    return wrongType('data.values', text);
  };
  if (!Array.isArray(values)) throw bad(values, 'ListValue');
  for (const line of values) {
    if (!Array.isArray(line)) throw bad(line, 'ListValue');
    for (const value of line)
      if (typeof value === 'object' && value !== null)
        throw invalid(`Invalid values[${values.indexOf(line)}][${line.indexOf(value)}]: ${kind(value)}`);
  }
  if (!byColumn) return values;
  const height = Math.max(0, ...values.map((line: unknown[]) => line.length));
  return Array.from({ length: height }, (_, r) => values.map((line: unknown[]) => (r < line.length ? line[r] : null)));
}

const kind = (value: object): string =>
  Array.isArray(value) ? `list_value { ${value.length} }` : `struct_value { ${Object.keys(value).join(' ')} }`;

function fit(sheet: Sheet, at: Located, block: unknown[][]): Box {
  const { r0, c0 } = at.box;
  const height = block.length;
  const width = Math.max(0, ...block.map((line) => line.length));
  const limit = at.open ? { r1: sheet.rows.length, c1: sheet.columns.length } : at.box;
  const asked = at.open
    ? echo(sheet, { r0, c0, r1: r0 + Math.max(1, height), c1: c0 + Math.max(1, width) })
    : echo(sheet, at.box);
  if (at.open && (r0 + height > limit.r1 || c0 + width > limit.c1))
    throw invalid(
      `Range (${asked}) exceeds grid limits. Max rows: ${sheet.rows.length}, max columns: ${sheet.columns.length}`,
    );
  if (r0 + height > limit.r1)
    throw invalid(`Requested writing within range [${asked}], but tried writing to row [${limit.r1 + 1}]`);
  if (c0 + width > limit.c1)
    throw invalid(`Requested writing within range [${asked}], but tried writing to column [${columnName(limit.c1)}]`);
  return { r0, c0, r1: Math.max(r0 + 1, r0 + height), c1: Math.max(c0 + 1, c0 + width) };
}

/** Empties values, keeping formats, validation and notes; gives the range as it was resolved. */
export function clearRange(edit: Edit, at: Located): string {
  const sheet = edit.sheet(at.sheet.id);
  edit.guard(sheet, at.box);
  for (let r = at.box.r0; r < at.box.r1; r++) {
    if (!sheet.rows[r]) continue;
    for (let c = at.box.c0; c < at.box.c1; c++) if (cellAt(sheet, r, c)) setValue(edit, sheet, r, c, '', 'RAW');
  }
  return echo(sheet, at.box);
}
