import { randomInt } from 'node:crypto';
import { invalid } from '../errors.ts';
import { COLUMN_LIMIT } from './edit.ts';
import type { Sheet, Workbook } from './types.ts';

export interface SheetProperties {
  readonly sheetId?: number;
  readonly title?: string;
  readonly index?: number;
  readonly hidden?: boolean;
  readonly sheetType?: string;
  readonly gridProperties?: {
    readonly rowCount?: number;
    readonly columnCount?: number;
    readonly frozenRowCount?: number;
    readonly frozenColumnCount?: number;
    readonly hideGridlines?: boolean;
    readonly rowGroupControlAfter?: boolean;
    readonly columnGroupControlAfter?: boolean;
  };
  readonly tabColor?: object;
  readonly tabColorStyle?: object;
  readonly rightToLeft?: boolean;
}

const DEFAULT_ROWS = 1000;
const DEFAULT_COLUMNS = 26;

/** A fresh tab of the asked size, 1000 by 26 when nothing is asked. */
export function newSheet(book: Workbook, properties: SheetProperties, id: number): Sheet {
  const grid = properties.gridProperties ?? {};
  const rows = grid.rowCount ?? DEFAULT_ROWS;
  const columns = grid.columnCount ?? DEFAULT_COLUMNS;
  if (rows < 1 || columns < 1) throw invalid('Grid must have at least one row and one column.');
  if (columns > COLUMN_LIMIT) throw invalid(`A sheet can't have more than ${COLUMN_LIMIT} columns.`);
  if (rows * columns > 10_000_000)
    throw invalid('This action would increase the number of cells in the workbook above the limit of 10000000 cells.');
  return {
    id,
    title: properties.title ?? freeTitle(book),
    hidden: properties.hidden ?? false,
    frozenRows: grid.frozenRowCount ?? 0,
    frozenColumns: grid.frozenColumnCount ?? 0,
    hideGridlines: grid.hideGridlines ?? false,
    looks: looksOf(properties),
    rows: blankRows(rows),
    columns: Array.from({ length: columns }, (_, i) => ({ uid: i })),
    nextRow: 1,
    nextColumn: columns,
    areas: [],
    protectedRanges: [],
    conditional: [],
    merges: [],
    filter: undefined,
  };
}

function blankRows(count: number): undefined[] {
  const rows: undefined[] = [];
  rows.length = count;
  return rows;
}

export function looksOf({ tabColor, tabColorStyle, rightToLeft }: SheetProperties): Record<string, unknown> {
  const rgb = (tabColorStyle as { rgbColor?: object } | undefined)?.rgbColor ?? tabColor;
  return {
    ...(rgb ? { tabColor: rgb } : {}),
    ...(tabColorStyle ? { tabColorStyle } : rgb ? { tabColorStyle: { rgbColor: rgb } } : {}),
    ...(rightToLeft ? { rightToLeft } : {}),
  };
}

export const randomId = (): number => randomInt(1, 2_147_483_647);

export function freeSheetId(book: Workbook): number {
  for (;;) {
    const id = randomId();
    if (!book.sheets.some((s) => s.id === id)) return id;
  }
}

/** `Sheet2`, `Sheet3`, … whichever is free. */
function freeTitle(book: Workbook): string {
  for (let n = book.sheets.length + 1; ; n++) if (!book.sheets.some((s) => s.title === `Sheet${n}`)) return `Sheet${n}`;
}
