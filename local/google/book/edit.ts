import { invalid, protectedCell } from '../errors.ts';
import { overlaps } from './ranges.ts';
import type { Box, Cell, Column, ProtectedRange, Row, Sheet, Workbook } from './types.ts';

/** A change of rows, columns or tabs, kept so that a person's act can be undone after others have written. */
export type Structural =
  | { readonly kind: 'insert'; readonly sheetId: number; readonly dim: Dimension; readonly uids: readonly number[] }
  | {
      readonly kind: 'delete';
      readonly sheetId: number;
      readonly dim: Dimension;
      readonly at: number;
      readonly items: readonly (Row | Column | undefined)[];
    }
  | {
      readonly kind: 'move';
      readonly sheetId: number;
      readonly dim: Dimension;
      readonly uids: readonly number[];
      readonly from: number;
    };

export type Dimension = 'ROWS' | 'COLUMNS';

export interface Actor {
  readonly by: 'program' | 'person';
  /** whether the hard (not warning-only) protection lets this actor through */
  readonly mayEdit: (range: ProtectedRange) => boolean;
}

export const PROGRAM: Actor = { by: 'program', mayEdit: () => true };
export const PERSON: Actor = { by: 'person', mayEdit: (range) => range.warningOnly === true };

const CELL_LIMIT = 10_000_000;
export const COLUMN_LIMIT = 18_278;

/**
 * One call's work on a workbook. Everything is copied the first time it is touched, so the state before stays whole:
 * an error simply drops the edit, and a reader never sees half of it.
 */
export class Edit {
  readonly before: Workbook;
  readonly book: Workbook;
  readonly actor: Actor;
  readonly log: Structural[] = [];
  readonly touched = new Set<number>();
  readonly #own = new Set<object>();

  constructor(before: Workbook, actor: Actor) {
    this.before = before;
    this.book = { ...before };
    this.actor = actor;
  }

  /** The tab with this id, ready to be changed. */
  sheet(id: number): Sheet {
    const found = this.book.sheets.find((s) => s.id === id);
    if (!found) throw invalid(`No grid with id: ${id}`);
    this.touched.add(id);
    if (this.#own.has(found)) return found;
    const copy: Sheet = { ...found, rows: found.rows.slice() };
    this.#own.add(copy);
    this.book.sheets = this.book.sheets.map((s) => (s === found ? copy : s));
    return copy;
  }

  addSheet(sheet: Sheet, index: number): void {
    this.#own.add(sheet);
    this.touched.add(sheet.id);
    this.book.sheets = [...this.book.sheets.slice(0, index), sheet, ...this.book.sheets.slice(index)];
    this.checkSize();
  }

  removeSheet(id: number): void {
    this.touched.add(id);
    this.book.sheets = this.book.sheets.filter((s) => s.id !== id);
  }

  /** A row ready to be changed; `sheet` must come from `sheet()`. */
  row(sheet: Sheet, index: number): Row {
    const found = sheet.rows[index];
    if (found && this.#own.has(found)) return found;
    const row: Row = found ? { ...found, cells: found.cells.slice() } : { uid: sheet.nextRow++, cells: [] };
    this.#own.add(row);
    sheet.rows[index] = row;
    return row;
  }

  cell(sheet: Sheet, row: number, column: number): Cell | undefined {
    return cellAt(sheet, row, column);
  }

  put(sheet: Sheet, row: number, column: number, cell: Cell | undefined): void {
    const uid = sheet.columns[column]?.uid;
    if (uid === undefined) return;
    if (!cell && !sheet.rows[row]?.cells[uid]) return;
    if (cell?.x !== undefined) sheet.formulas = true;
    this.row(sheet, row).cells[uid] = cell;
  }

  /** Refuses to write where a protection stands that this actor may not pass. */
  guard(sheet: Sheet, box: Box): void {
    for (const range of sheet.protectedRanges) {
      if (this.actor.mayEdit(range) || !overlaps(protectedBox(this.book, range), box)) continue;
      if (range.unprotectedRanges?.some((open) => within(open, box))) continue;
      throw protectedCell();
    }
  }

  /** Refuses rows or columns the workbook has no room for; to be asked before they are made. */
  checkRoom(sheet: Sheet, dim: Dimension, count: number): void {
    if (dim === 'COLUMNS' && sheet.columns.length + count > COLUMN_LIMIT)
      throw invalid(`A sheet can't have more than ${COLUMN_LIMIT} columns.`);
    this.checkSize(count * (dim === 'ROWS' ? sheet.columns.length : sheet.rows.length));
  }

  checkSize(more = 0): void {
    const cells = this.book.sheets.reduce((sum, s) => sum + s.rows.length * s.columns.length, more);
    if (cells > CELL_LIMIT)
      throw invalid(
        `This action would increase the number of cells in the workbook above the limit of ${CELL_LIMIT} cells.`,
      );
  }
}

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  const uid = sheet.columns[column]?.uid;
  return uid === undefined ? undefined : sheet.rows[row]?.cells[uid];
}

function protectedBox(book: Workbook, range: ProtectedRange) {
  if (range.namedRangeId === undefined) return range.range ?? {};
  return book.named.find((n) => n.namedRangeId === range.namedRangeId)?.range ?? {};
}

function within(range: NonNullable<ProtectedRange['range']>, box: Box): boolean {
  return (
    box.r0 >= (range.startRowIndex ?? 0) &&
    box.r1 <= (range.endRowIndex ?? Infinity) &&
    box.c0 >= (range.startColumnIndex ?? 0) &&
    box.c1 <= (range.endColumnIndex ?? Infinity)
  );
}
