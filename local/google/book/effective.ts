import { cellAt } from './edit.ts';
import { evaluate } from './formula/evaluate.ts';
import { inside } from './ranges.ts';
import type { Cell, CellError, Effective, Format, Row, Rule, Sheet, Workbook } from './types.ts';

/** Results of formulas, per state of the workbook: a state never changes, so neither do they. */
const results = new WeakMap<Workbook, Map<string, Effective>>();

/** What the cell is worth: its value, or what its formula gives. */
export function effective(
  book: Workbook,
  sheet: Sheet,
  row: number,
  cell: Cell | undefined,
  column: number,
): Effective {
  if (cell?.x === undefined) return cell?.v;
  let known = results.get(book);
  if (!known) {
    known = new Map();
    results.set(book, known);
  }
  const key = `${sheet.id}!${row}!${column}`;
  if (known.has(key)) return known.get(key);
  known.set(key, { error: '#REF!', message: 'Circular dependency detected.' });
  const value = evaluate(cell.x, {
    book,
    sheet,
    row,
    column,
    read: (s, r, c) => effective(book, s, r, cellAt(s, r, c), c),
  });
  known.set(key, value);
  return value;
}

export const isError = (value: Effective): value is CellError => typeof value === 'object';

/** The format that counts for a cell: its own, else what the areas over it add up to. */
export function formatOf(sheet: Sheet, row: number, column: number, cell: Cell | undefined): Format | undefined {
  if (cell?.f !== undefined) return cell.f;
  let result: Format | undefined;
  for (const area of sheet.areas)
    if (area.format && inside(area.range, row, column)) result = result ? mergeDeep(result, area.format) : area.format;
  return result;
}

export function ruleOf(sheet: Sheet, row: number, column: number, cell: Cell | undefined): Rule | undefined {
  if (cell?.d !== undefined) return cell.d ?? undefined;
  for (let i = sheet.areas.length - 1; i >= 0; i--) {
    const area = sheet.areas[i];
    if (area && area.rule !== undefined && inside(area.range, row, column)) return area.rule ?? undefined;
  }
  return undefined;
}

export function mergeDeep(a: Format, b: Format): Format {
  const result: Record<string, unknown> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const old = result[key];
    result[key] = isRecord(old) && isRecord(value) ? mergeDeep(old, value) : value;
  }
  return result;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A cell or row without anything in it, looks apart. */
export const isBlankCell = (cell: Cell | undefined): boolean =>
  !cell || (cell.x === undefined && (cell.v === undefined || cell.v === ''));

export function isBlankRow(sheet: Sheet, row: Row | undefined): boolean {
  return !row || sheet.columns.every((column) => isBlankCell(row.cells[column.uid]));
}
