import { append } from '../book/dimensions.ts';
import { cellAt, type Edit } from '../book/edit.ts';
import { formatOf, isBlankRow, mergeDeep } from '../book/effective.ts';
import { checkedBox } from '../book/ranges.ts';
import type { Cell, Format, GridRange, Rule, Sheet } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { CELL_LIMIT } from '../values/write.ts';
import { addFormatArea } from './areas.ts';
import { handler, masked, paths } from './context.ts';

export interface CellData {
  readonly userEnteredValue?: ExtendedValue;
  readonly userEnteredFormat?: Format;
  readonly note?: string;
  readonly dataValidation?: Rule;
  readonly [other: string]: unknown;
}

interface ExtendedValue {
  readonly stringValue?: string;
  readonly numberValue?: number;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
}

interface RowData {
  readonly values?: readonly CellData[];
}

interface Coordinate {
  readonly sheetId?: number;
  readonly rowIndex?: number;
  readonly columnIndex?: number;
}

/** Cells of `range` that no row covers are emptied for the masked fields; with `start` only what is given is written. */
export const updateCells = handler<{ rows?: RowData[]; start?: Coordinate; range?: GridRange; fields?: string }>(
  (edit, { rows = [], start, range, fields }) => {
    const mask = paths(fields);
    if ((start === undefined) === (range === undefined)) throw invalid('Must specify exactly one of start or range.');
    const sheet = edit.sheet((start ?? range)?.sheetId ?? 0);
    const width = Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
    const r0 = start ? (start.rowIndex ?? 0) : (range?.startRowIndex ?? 0);
    const c0 = start ? (start.columnIndex ?? 0) : (range?.startColumnIndex ?? 0);
    if (start) {
      tooFar(sheet, r0 + rows.length, c0 + width);
      edit.guard(sheet, { r0, c0, r1: r0 + rows.length, c1: c0 + width });
      rows.forEach((row, i) => {
        row.values?.forEach((data, j) => {
          apply(edit, sheet, r0 + i, c0 + j, data, mask);
        });
      });
      return undefined;
    }
    const box = checkedBox(range ?? {}, sheet);
    tooFar(sheet, r0 + rows.length, c0 + width, box.r1, box.c1);
    edit.guard(sheet, box);
    for (let r = box.r0; r < box.r1; r++) {
      const values = rows[r - box.r0]?.values;
      for (let c = box.c0; c < box.c1; c++) {
        const data = values?.[c - box.c0];
        if (data || sheet.rows[r]) apply(edit, sheet, r, c, data ?? {}, mask);
      }
    }
    return undefined;
  },
);

function tooFar(sheet: Sheet, r1: number, c1: number, rows = sheet.rows.length, columns = sheet.columns.length): void {
  if (r1 > rows) throw invalid(`Attempting to write row: ${rows}, beyond the last requested row of: ${rows - 1}`);
  if (c1 > columns)
    throw invalid(`Attempting to write column: ${columns}, beyond the last requested column of: ${columns - 1}`);
}

const LOOKS_ONLY = /^userEnteredFormat(\.|$)/;

/** One cell over a whole range: masked fields that the cell leaves out are cleared. */
export const repeatCell = handler<{ range?: GridRange; cell?: CellData; fields?: string }>(
  (edit, { range, cell = {}, fields }) => {
    const mask = paths(fields);
    if (!range) throw invalid('range is required.');
    const sheet = edit.sheet(range.sheetId ?? 0);
    const box = checkedBox(range, sheet);
    edit.guard(sheet, box);
    if (mask.every((path) => LOOKS_ONLY.test(path))) {
      addFormatArea(edit, sheet, range, (old) => maskedFormat(old, cell.userEnteredFormat, mask));
      return undefined;
    }
    for (let r = box.r0; r < box.r1; r++) for (let c = box.c0; c < box.c1; c++) apply(edit, sheet, r, c, cell, mask);
    return undefined;
  },
);

/** Rows after the last one with data; the grid grows downwards, never sideways. */
export const appendCells = handler<{ sheetId?: number; rows?: RowData[]; fields?: string }>(
  (edit, { sheetId = 0, rows = [], fields }) => {
    const mask = paths(fields);
    const sheet = edit.sheet(sheetId);
    const width = Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
    const first = lastRow(sheet) + 1;
    tooFar(sheet, 0, width);
    const missing = first + rows.length - sheet.rows.length;
    if (missing > 0) append(edit, sheet, 'ROWS', missing);
    edit.guard(sheet, { r0: first, c0: 0, r1: first + rows.length, c1: Math.max(1, width) });
    rows.forEach((row, i) => {
      row.values?.forEach((data, j) => {
        apply(edit, sheet, first + i, j, data, mask);
      });
    });
    return undefined;
  },
);

/** Index of the last row holding a value, -1 on an empty tab. */
function lastRow(sheet: Sheet): number {
  for (let r = sheet.rows.length - 1; r >= 0; r--) if (!isBlankRow(sheet, sheet.rows[r])) return r;
  return -1;
}

function apply(edit: Edit, sheet: Sheet, row: number, column: number, data: CellData, mask: readonly string[]): void {
  const old = cellAt(sheet, row, column);
  let { v, x, f, d, n, o } = old ?? {};
  if (masked(mask, 'userEnteredValue')) ({ v, x } = contentOf(data.userEnteredValue));
  if (masked(mask, 'userEnteredFormat'))
    f = maskedFormat(formatOf(sheet, row, column, old) ?? {}, data.userEnteredFormat, mask);
  if (masked(mask, 'note')) n = data.note;
  if (masked(mask, 'dataValidation')) d = data.dataValidation ?? null;
  for (const other of ['textFormatRuns', 'hyperlink', 'chipRuns'])
    if (masked(mask, other) && (data[other] !== undefined || o?.[other] !== undefined))
      o = { ...o, [other]: data[other] };
  if (d === null && !sheet.areas.some((a) => a.rule)) d = undefined;
  if (f && Object.keys(f).length === 0 && !sheet.areas.some((a) => a.format)) f = undefined;
  const cell: Cell = {
    ...(v === undefined ? {} : { v }),
    ...(x === undefined ? {} : { x }),
    ...(f === undefined ? {} : { f }),
    ...(d === undefined ? {} : { d }),
    ...(n === undefined || n === '' ? {} : { n }),
    ...(o === undefined ? {} : { o }),
  };
  edit.put(sheet, row, column, Object.keys(cell).length > 0 ? cell : undefined);
}

function contentOf(value: ExtendedValue | undefined): { v: Cell['v']; x: Cell['x'] } {
  const { stringValue, numberValue, boolValue, formulaValue } = value ?? {};
  if ((stringValue ?? formulaValue ?? '').length > CELL_LIMIT)
    throw invalid(`Your input contains more than the maximum of ${CELL_LIMIT} characters in a single cell.`);
  if (formulaValue !== undefined)
    return formulaValue.startsWith('=') ? { v: undefined, x: formulaValue } : { v: formulaValue, x: undefined };
  const v = stringValue === '' ? undefined : (stringValue ?? numberValue ?? boolValue);
  return { v, x: undefined };
}

/** The old format with the masked members taken from the new one, or dropped where the new one has none. */
function maskedFormat(old: Format, fresh: Format | undefined, mask: readonly string[]): Format {
  let result: Format = old;
  for (const path of mask) {
    if (path === '*' || path === 'userEnteredFormat') return fresh ?? {};
    if (!path.startsWith('userEnteredFormat.')) continue;
    const keys = path.split('.').slice(1);
    const value = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], fresh);
    result = value === undefined ? without(result, keys) : mergeDeep(without(result, keys), nest(keys, value));
  }
  return result;
}

const nest = (keys: readonly string[], value: unknown): Format =>
  keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Format;

function without(format: Format, [key, ...rest]: readonly string[]): Format {
  if (key === undefined || format[key] === undefined) return format;
  const { [key]: inner, ...others } = format;
  if (rest.length === 0) return others;
  return { ...others, [key]: without(inner as Format, rest) };
}
