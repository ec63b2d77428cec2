import { cellAt } from './edit.ts';
import { evaluate } from './formula/evaluate.ts';
import { inside } from './ranges.ts';
import type { Cell, CellError, Effective, Format, Row, Rule, Sheet, Workbook } from './types.ts';

/** Results of formulas, per state of the workbook: a state never changes, so neither do they. */
const results = new WeakMap<Workbook, Map<string, Effective>>();

interface Where {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Thrown out of formulas that lean on one another so deeply that the call stack would not bear it. */
class TooDeep {
  readonly at: Where;

  constructor(at: Where) {
    this.at = at;
  }
}

/** How many formulas may wait for one another on the call stack; longer chains are worked off from their end. */
const DEEPEST = 60;
let depth = 0;

const keyOf = ({ sheet, row, column }: Where): string => `${sheet.id}!${row}!${column}`;

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
  const at = { sheet, row, column, formula: cell.x };
  const key = keyOf(at);
  if (known.has(key)) return known.get(key);
  if (depth > 0) return computed(book, known, at);
  const pending = [at];
  for (let next = pending.at(-1); next; next = pending.at(-1)) {
    try {
      computed(book, known, next);
      pending.pop();
    } catch (signal) {
      if (!(signal instanceof TooDeep)) throw signal;
      pending.push(signal.at);
      for (const waiting of pending.slice(0, -1)) known.set(keyOf(waiting), CIRCLE);
    }
  }
  return known.get(key);
}

const CIRCLE: CellError = { error: '#REF!', message: 'Circular dependency detected.' };

function computed(book: Workbook, known: Map<string, Effective>, at: Where): Effective {
  if (depth >= DEEPEST) throw new TooDeep(at);
  const { sheet, row, column, formula } = at;
  const key = keyOf(at);
  known.set(key, CIRCLE);
  depth++;
  try {
    const read = (s: Sheet, r: number, c: number): Effective => effective(book, s, r, cellAt(s, r, c), c);
    const value = evaluate(formula, { book, sheet, row, column, read });
    known.set(key, value);
    return value;
  } catch (error) {
    known.delete(key);
    throw error;
  } finally {
    depth--;
  }
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
