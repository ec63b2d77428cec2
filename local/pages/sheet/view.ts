import { type Column, TAB_KEYS, tabOf } from '../../../domain/program/index.ts';
import { sheetIdOf } from '../../../sheets/layout.ts';
import type { Google, SheetView, SpreadsheetView, ValidationView } from '../../google/index.ts';
import { Refusal } from '../http.ts';

/** A column as the grid draws it. */
export interface GridColumn {
  readonly title: string;
  readonly kind: 'text' | 'long' | 'number' | 'date' | 'link' | 'list' | 'many' | 'checkbox';
  /** Whose column it is; unknown where staff made it themselves. */
  readonly owner: 'staff' | 'person' | 'program' | 'other';
  readonly help: string;
  readonly width: number;
  readonly hidden: boolean;
  readonly warn: boolean;
  readonly strict: boolean;
  readonly choices: readonly string[];
}

/** A tab as the grid draws it. Rows are counted from 0; rows with nothing in them are left out. */
export interface GridTab {
  readonly sheetId: number;
  readonly title: string;
  readonly about: string;
  /** Row of the headers, -1 when the tab has none. */
  readonly header: number;
  readonly rowCount: number;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly [row: number, texts: readonly string[]])[];
  readonly unseen: readonly number[];
  readonly formulas: Readonly<Record<string, string>>;
}

const cached = new WeakMap<Google, Map<string, { version: number; view: SpreadsheetView }>>();

/** The spreadsheet as it is now; drawn anew only after a change. */
export function currentView(google: Google, id: string): SpreadsheetView {
  const known = cached.get(google) ?? new Map();
  cached.set(google, known);
  const version = google.version(id);
  if (version === 0) throw new Refusal(404, 'There is no such spreadsheet.');
  const last = known.get(id);
  if (last?.version === version) return last.view;
  const view = google.people.view(id);
  known.set(id, { version, view });
  return view;
}

export function sheetOf(view: SpreadsheetView, sheetId: number): SheetView {
  const sheet = view.sheets.find((one) => one.sheetId === sheetId);
  if (!sheet) throw new Refusal(404, 'This tab is no longer there.');
  return sheet;
}

export const headerRowOf = (sheet: SheetView): number => sheet.frozenRows - 1;

export const textsOf = (sheet: SheetView, row: number): string[] => {
  const cells = sheet.rows[row] ?? {};
  const last = Math.max(-1, ...Object.keys(cells).map(Number));
  return Array.from({ length: last + 1 }, (_, c) => cells[c]?.text ?? '');
};

export function gridTab(sheet: SheetView): GridTab {
  const header = headerRowOf(sheet);
  const declared = TAB_KEYS.find((key) => sheetIdOf(key) === sheet.sheetId);
  const known = declared ? Object.values(tabOf(declared).columns) : [];
  const formulas: Record<string, string> = {};
  const rows = Object.keys(sheet.rows).flatMap((key) => {
    const row = Number(key);
    if (row === header) return [];
    for (const [column, cell] of Object.entries(sheet.rows[row] ?? {}))
      if (cell.formula !== undefined) formulas[`${row},${column}`] = cell.formula;
    const texts = textsOf(sheet, row);
    return texts.some(Boolean) ? [[row, texts] as const] : [];
  });
  return {
    sheetId: sheet.sheetId,
    title: sheet.title,
    about: declared ? tabOf(declared).about : '',
    header,
    rowCount: sheet.rowCount,
    columns: sheet.columns.map((_, c) => gridColumn(sheet, header, c, known)),
    rows,
    unseen: [...new Set([...sheet.hiddenRows, ...sheet.filteredRows])],
    formulas,
  };
}

/** Spreadsheet columns are A, B, … Z, AA, … */
export const columnLetters = (column: number): string =>
  (column < 26 ? '' : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const KINDS: Readonly<Partial<Record<Column['kind'], GridColumn['kind']>>> = {
  'long text': 'long',
  number: 'number',
  date: 'date',
  link: 'link',
  checkbox: 'checkbox',
};

function gridColumn(sheet: SheetView, header: number, c: number, known: readonly Column[]): GridColumn {
  const cell = header < 0 ? undefined : sheet.rows[header]?.[c];
  const title = cell?.text || columnLetters(c);
  const declared = known.find((one) => one.header === title);
  const rule = sheet.validations.find((one) => covers(one.range, header, c));
  const warn = sheet.protectedRanges.some(({ range }) => covers(range, header, c));
  const many = declared?.kind === 'choices' && declared.owner !== 'program';
  return {
    title,
    kind: rule?.kind === 'list' ? 'list' : rule?.kind === 'checkbox' ? 'checkbox' : many ? 'many' : kindOf(declared),
    owner: declared?.owner ?? (warn ? 'program' : 'other'),
    help: cell?.note ?? '',
    width: sheet.columns[c]?.width ?? 100,
    hidden: sheet.columns[c]?.hidden ?? false,
    warn,
    strict: rule?.strict ?? false,
    choices: rule?.choices ?? (many ? (declared?.choices ?? []) : []),
  };
}

/** A checkbox that the program keeps is shown as text: nobody is to tick it. */
const kindOf = (declared: Column | undefined): GridColumn['kind'] =>
  (declared && !(declared.kind === 'checkbox' && declared.owner === 'program') && KINDS[declared.kind]) || 'text';

/** Whether a range covers the column below its header. */
function covers(range: ValidationView['range'], header: number, c: number): boolean {
  const { startRowIndex = 0, endRowIndex, startColumnIndex = 0, endColumnIndex = Number.POSITIVE_INFINITY } = range;
  const whole = startRowIndex <= header + 1 && (endRowIndex === undefined || endRowIndex > header + 2);
  return whole && startColumnIndex <= c && c < endColumnIndex;
}
