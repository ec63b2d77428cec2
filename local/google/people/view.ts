import { locate } from '../book/a1.ts';
import { effective, formatOf, isError, ruleOf } from '../book/effective.ts';
import type { BasicFilter, Format, GridRange, Rule, Scalar, Sheet, Workbook } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { hiddenRows } from '../values/hidden.ts';
import { display } from '../values/render.ts';

export interface CellView {
  /** what the cell shows */
  readonly text: string;
  /** what it is worth, when that is not the text itself */
  readonly value?: Scalar;
  readonly formula?: string;
  readonly error?: string;
  readonly note?: string;
  /** `userEnteredFormat` where the cell has one of its own or an area gives one */
  readonly format?: object;
}

export interface ValidationView {
  readonly range: GridRange;
  readonly kind: 'list' | 'checkbox' | 'other';
  readonly choices?: readonly string[];
  readonly strict: boolean;
  readonly message?: string;
  readonly condition?: object;
}

export interface SheetView {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** texts of the last frozen row, or of the first row */
  readonly header: readonly string[];
  readonly columns: readonly { readonly hidden: boolean; readonly width: number; readonly background?: string }[];
  /** rows with something in them, by row index; cells by column index, empty ones left out */
  readonly rows: Readonly<Record<number, Readonly<Record<number, CellView>>>>;
  readonly hiddenRows: readonly number[];
  readonly filteredRows: readonly number[];
  readonly validations: readonly ValidationView[];
  readonly protectedRanges: readonly {
    readonly range: GridRange;
    readonly warningOnly: boolean;
    readonly description: string;
  }[];
  readonly merges: readonly GridRange[];
  readonly filter?: BasicFilter;
}

export interface SpreadsheetView {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly sheets: readonly SheetView[];
}

/** `only` one tab's cells, validations and filter results; the others come with their properties alone. */
export const viewOf = (book: Workbook, can: { undo: boolean; redo: boolean }, only?: number): SpreadsheetView => ({
  spreadsheetId: book.id,
  title: book.title,
  canUndo: can.undo,
  canRedo: can.redo,
  sheets: book.sheets.map((sheet, index) => sheetView(book, sheet, index, only === undefined || only === sheet.id)),
});

/** What some columns of a tab show: found by their headers, in the order asked for. Much cheaper than the whole tab. */
export interface ColumnsView {
  /** texts of the last frozen row, or of the first row */
  readonly header: readonly string[];
  /** texts of each row from the top, empty ones included */
  readonly rows: readonly (readonly string[])[];
  /** how many rows from the top it takes to hold everything */
  readonly filled: number;
}

/** @throws ApiError where there is no such tab. A header that no column has gives empty texts. */
export function columnsOf(book: Workbook, sheetId: number, headers: readonly string[]): ColumnsView {
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  if (!sheet) throw invalid(`No grid with id: ${sheetId}`);
  const header = headerOf(book, sheet);
  const wanted = headers.map((each) => header.indexOf(each));
  return {
    header,
    // Rows that were never touched are holes.
    rows: Array.from(sheet.rows, (_, r) => wanted.map((c) => textOf(book, sheet, r, c))),
    filled: 1 + sheet.rows.findLastIndex((row) => row && Object.keys(row.cells).length > 0),
  };
}

const topOf = (sheet: Sheet): number => Math.max(0, sheet.frozenRows - 1);
const headerOf = (book: Workbook, sheet: Sheet): string[] =>
  sheet.columns.map((_, c) => textOf(book, sheet, topOf(sheet), c));

function textOf(book: Workbook, sheet: Sheet, r: number, c: number): string {
  const column = sheet.columns[c];
  const cell = column && sheet.rows[r]?.cells[column.uid];
  return cell ? display(effective(book, sheet, r, cell, c), formatOf(sheet, r, c, cell)) : '';
}

function sheetView(book: Workbook, sheet: Sheet, index: number, full: boolean): SheetView {
  const rows: Record<number, Record<number, CellView>> = {};
  sheet.rows.forEach((row, r) => {
    if (!row || !full) return;
    const cells: Record<number, CellView> = {};
    sheet.columns.forEach((column, c) => {
      const cell = row.cells[column.uid];
      if (cell) cells[c] = cellView(book, sheet, r, c);
    });
    if (Object.keys(cells).length > 0) rows[r] = cells;
  });
  const top = Math.max(0, sheet.frozenRows - 1);
  return {
    sheetId: sheet.id,
    title: sheet.title,
    index,
    hidden: sheet.hidden,
    rowCount: sheet.rows.length,
    columnCount: sheet.columns.length,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    header: sheet.columns.map((_, c) => rows[top]?.[c]?.text ?? ''),
    columns: sheet.columns.map(({ hidden = false, size = 100 }, c) => {
      const background = colour(formatOf(sheet, Math.min(top + 1, sheet.rows.length - 1), c, undefined));
      return { hidden, width: size, ...(background === undefined ? {} : { background }) };
    }),
    rows,
    hiddenRows: sheet.rows.flatMap((row, r) => (row?.hidden ? [r] : [])),
    filteredRows: full ? [...hiddenRows(book, sheet)] : [],
    validations: full ? validations(book, sheet) : [],
    protectedRanges: sheet.protectedRanges.map((p) => ({
      range: p.range ?? book.named.find((n) => n.namedRangeId === p.namedRangeId)?.range ?? {},
      warningOnly: p.warningOnly === true,
      description: p.description ?? '',
    })),
    merges: sheet.merges,
    ...(sheet.filter ? { filter: sheet.filter } : {}),
  };
}

function cellView(book: Workbook, sheet: Sheet, r: number, c: number): CellView {
  const uid = sheet.columns[c]?.uid;
  const cell = uid === undefined ? undefined : sheet.rows[r]?.cells[uid];
  const value = effective(book, sheet, r, cell, c);
  const format = formatOf(sheet, r, c, cell);
  const text = display(value, format);
  return {
    text,
    ...(value !== undefined && !isError(value) && value !== text ? { value } : {}),
    ...(isError(value) ? { error: value.message } : {}),
    ...(cell?.x === undefined ? {} : { formula: cell.x }),
    ...(cell?.n === undefined ? {} : { note: cell.n }),
    ...(format === undefined ? {} : { format }),
  };
}

function validations(book: Workbook, sheet: Sheet): ValidationView[] {
  const result = sheet.areas.flatMap((area) => (area.rule ? [validation(book, area.range, area.rule)] : []));
  sheet.rows.forEach((row, r) => {
    sheet.columns.forEach((column, c) => {
      const cell = row?.cells[column.uid];
      if (!cell?.d) return;
      const rule = ruleOf(sheet, r, c, cell);
      const range = {
        sheetId: sheet.id,
        startRowIndex: r,
        endRowIndex: r + 1,
        startColumnIndex: c,
        endColumnIndex: c + 1,
      };
      if (rule) result.push(validation(book, range, rule));
    });
  });
  return result;
}

function validation(book: Workbook, range: GridRange, rule: Rule): ValidationView {
  const { condition, strict = false, inputMessage } = rule;
  const kind = condition?.type === 'BOOLEAN' ? 'checkbox' : condition?.type?.startsWith('ONE_OF_') ? 'list' : 'other';
  return {
    range,
    kind,
    strict,
    ...(kind === 'list' ? { choices: choices(book, rule) } : {}),
    ...(inputMessage === undefined ? {} : { message: inputMessage }),
    ...(condition ? { condition } : {}),
  };
}

/** The words of a dropdown; of `ONE_OF_RANGE`, the filled cells of its range. */
export function choices(book: Workbook, rule: Rule): string[] {
  const values = rule.condition?.values?.map((v) => v.userEnteredValue ?? '') ?? [];
  if (rule.condition?.type !== 'ONE_OF_RANGE') return values;
  const text = (values[0] ?? '').replace(/^=/, '');
  try {
    const { sheet, box } = locate(book, text);
    const found = new Set<string>();
    for (let r = box.r0; r < box.r1; r++)
      for (let c = box.c0; c < box.c1; c++) found.add(cellView(book, sheet, r, c).text);
    found.delete('');
    return [...found];
  } catch {
    // a range that was deleted leaves a dropdown without words, as in the grid
    return [];
  }
}

function colour(format: Format | undefined): string | undefined {
  type Rgb = { red?: number; green?: number; blue?: number };
  const style = format?.backgroundColorStyle as { rgbColor?: Rgb } | undefined;
  const rgb = style?.rgbColor ?? (format?.backgroundColor as Rgb | undefined);
  if (!rgb) return undefined;
  const hex = (part = 0): string =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${hex(rgb.red)}${hex(rgb.green)}${hex(rgb.blue)}`;
}
