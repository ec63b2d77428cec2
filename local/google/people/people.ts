import { append, insert, move, remove } from '../book/dimensions.ts';
import type { Dimension, Edit } from '../book/edit.ts';
import { boxOf } from '../book/ranges.ts';
import type { BasicFilter, Box, GridRange, Sheet } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { checkRequests, runRequests } from '../requests/index.ts';
import { sortRows } from '../requests/sort.ts';
import type { Services } from '../server/services.ts';
import { clearRange, setValue, writeRange } from '../values/write.ts';
import { Acts } from './acts.ts';
import { checkStrict } from './strict.ts';
import { type SubmitOptions, submitAnswers } from './submit.ts';
import { type ColumnsView, columnsOf, type SpreadsheetView, viewOf } from './view.ts';

/**
 * What people do in the grid and in forms, through the same engine as the REST API. Each act in a spreadsheet can be
 * undone, and is announced as done by a person. Rows and columns are counted from 0, ends are exclusive.
 * Acts throw `ApiError` with a text fit to be shown.
 */
export class People {
  readonly #services: Services;
  readonly #tell: (formId: string) => void;
  readonly #acts: Acts;

  constructor(services: Services, tell: (formId: string) => void) {
    this.#services = services;
    this.#tell = tell;
    this.#acts = new Acts(services.library);
  }

  /** Several requests of the REST API as one act of a person. */
  requests(id: string, requests: readonly unknown[]): object[] {
    checkRequests(requests);
    return this.#acts.act(id, 'change', (edit) => runRequests(edit, requests));
  }

  /** Types a text into a cell, read as the grid reads typing; an empty one empties the cell. */
  type(id: string, sheetId: number, row: number, column: number, text: string): void {
    this.#acts.act(id, 'type', (edit) => {
      const sheet = edit.sheet(sheetId);
      edit.guard(sheet, { r0: row, r1: row + 1, c0: column, c1: column + 1 });
      reach(edit, sheet, row + 1, column + 1);
      setValue(edit, sheet, row, column, text, 'USER_ENTERED');
      checkStrict(edit.book, sheet, row, column);
    });
  }

  /** Pastes a block of texts; the grid grows when the block is larger. */
  paste(id: string, sheetId: number, row: number, column: number, block: readonly (readonly string[])[]): void {
    this.#acts.act(id, 'paste', (edit) => {
      const sheet = edit.sheet(sheetId);
      reach(edit, sheet, row + block.length, column + Math.max(0, ...block.map((line) => line.length)));
      const box = { r0: row, r1: row + 1, c0: column, c1: column + 1 };
      writeRange(edit, { sheet, box, open: true }, block, 'USER_ENTERED', false);
    });
  }

  /** Empties the values of a range, as the Delete key does. */
  clear(id: string, range: GridRange): void {
    this.#acts.act(id, 'clear', (edit) => {
      const sheet = edit.sheet(range.sheetId ?? 0);
      clearRange(edit, { sheet, box: boxOf(range, sheet), open: false });
    });
  }

  insertRows(id: string, sheetId: number, at: number, count = 1): void {
    this.#insert(id, sheetId, 'ROWS', at, count);
  }

  insertColumns(id: string, sheetId: number, at: number, count = 1): void {
    this.#insert(id, sheetId, 'COLUMNS', at, count);
  }

  /** New rows take the looks of the row above, as in the grid, except right below a frozen header. */
  #insert(id: string, sheetId: number, dim: Dimension, at: number, count: number): void {
    this.#acts.act(id, 'insert', (edit) => {
      const sheet = edit.sheet(sheetId);
      const frozen = dim === 'ROWS' ? sheet.frozenRows : sheet.frozenColumns;
      const size = dim === 'ROWS' ? sheet.rows.length : sheet.columns.length;
      bounds(sheet, dim, at, 0);
      insert(edit, sheet, dim, at, count, at === size || (at > 0 && at !== frozen));
    });
  }

  deleteRows(id: string, sheetId: number, at: number, count = 1): void {
    this.#delete(id, sheetId, 'ROWS', at, count);
  }

  deleteColumns(id: string, sheetId: number, at: number, count = 1): void {
    this.#delete(id, sheetId, 'COLUMNS', at, count);
  }

  #delete(id: string, sheetId: number, dim: Dimension, at: number, count: number): void {
    this.#acts.act(id, 'delete', (edit) => {
      const sheet = edit.sheet(sheetId);
      bounds(sheet, dim, at, count);
      edit.guard(sheet, slice(sheet, dim, at, count));
      remove(edit, sheet, dim, at, count);
    });
  }

  /** Moves `count` columns so that they stand before the column that is at `to` now. */
  moveColumn(id: string, sheetId: number, from: number, to: number, count = 1): void {
    this.#move(id, sheetId, 'COLUMNS', from, to, count);
  }

  moveRow(id: string, sheetId: number, from: number, to: number, count = 1): void {
    this.#move(id, sheetId, 'ROWS', from, to, count);
  }

  #move(id: string, sheetId: number, dim: Dimension, from: number, to: number, count: number): void {
    this.#acts.act(id, 'move', (edit) => {
      const sheet = edit.sheet(sheetId);
      bounds(sheet, dim, from, count);
      bounds(sheet, dim, to, 0);
      edit.guard(sheet, slice(sheet, dim, from, count));
      move(edit, sheet, dim, from, count, to);
    });
  }

  renameTab(id: string, sheetId: number, title: string): void {
    this.#one(id, { updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } });
  }

  /** Gives the id of the new tab. */
  addTab(id: string, title?: string, index?: number): number {
    const properties = { ...(title === undefined ? {} : { title }), ...(index === undefined ? {} : { index }) };
    const reply = this.#one(id, { addSheet: { properties } }) as { addSheet: { properties: { sheetId: number } } };
    return reply.addSheet.properties.sheetId;
  }

  deleteTab(id: string, sheetId: number): void {
    this.#one(id, { deleteSheet: { sheetId } });
  }

  /** Moves a tab so that it stands at `index` afterwards. */
  moveTab(id: string, sheetId: number, index: number): void {
    const from = this.#services.library.get(id).sheets.findIndex((s) => s.id === sheetId);
    const to = index > from ? index + 1 : index;
    this.#one(id, { updateSheetProperties: { properties: { sheetId, index: to }, fields: 'index' } });
  }

  hideTab(id: string, sheetId: number, hidden: boolean): void {
    this.#one(id, { updateSheetProperties: { properties: { sheetId, hidden }, fields: 'hidden' } });
  }

  #one(id: string, request: object): object | undefined {
    return this.requests(id, [request])[0];
  }

  /** Sorts the range, or everything below the frozen rows, by one column. */
  sort(id: string, where: GridRange | number, column: number, ascending = true): void {
    this.#acts.act(id, 'sort', (edit) => {
      const sheet = edit.sheet(typeof where === 'number' ? where : (where.sheetId ?? 0));
      const box = typeof where === 'number' ? { ...boxOf({}, sheet), r0: sheet.frozenRows } : boxOf(where, sheet);
      sortRows(edit, sheet, box, [{ dimensionIndex: column, sortOrder: ascending ? 'ASCENDING' : 'DESCENDING' }]);
    });
  }

  /** Puts a filter on the tab, or takes it off; criteria are by column index. */
  setFilter(id: string, sheetId: number, filter: BasicFilter | undefined): void {
    this.#one(id, filter ? { setBasicFilter: { filter } } : { clearBasicFilter: { sheetId } });
  }

  /** Cuts a whole row and pastes it over another one; its old place stays behind blank. */
  cutPasteRow(id: string, sheetId: number, from: number, to: number): void {
    const source = { sheetId, startRowIndex: from, endRowIndex: from + 1 };
    this.#one(id, { cutPaste: { source, destination: { sheetId, rowIndex: to }, pasteType: 'PASTE_NORMAL' } });
  }

  /** Copies a whole row over another one, or, with `inserted`, into a new row there. */
  copyRow(id: string, sheetId: number, from: number, to: number, inserted = false): void {
    const start = inserted && to <= from ? from + 1 : from;
    const copyPaste = {
      source: { sheetId, startRowIndex: start, endRowIndex: start + 1 },
      destination: { sheetId, startRowIndex: to, endRowIndex: to + 1 },
      pasteType: 'PASTE_NORMAL',
    };
    const range = { sheetId, dimension: 'ROWS', startIndex: to, endIndex: to + 1 };
    const insertion = { insertDimension: { range, inheritFromBefore: to > 0 } };
    this.requests(id, inserted ? [insertion, { copyPaste }] : [{ copyPaste }]);
  }

  /** Takes the person's last act back; the program's writes since then stay. Gives the act's name, if there was one. */
  undo(id: string): string | undefined {
    return this.#acts.undo(id);
  }

  redo(id: string): string | undefined {
    return this.#acts.redo(id);
  }

  /** What some columns of a tab show, found by their headers. */
  columns(id: string, sheetId: number, headers: readonly string[]): ColumnsView {
    return columnsOf(this.#services.library.get(id), sheetId, headers);
  }

  /** Everything a page needs to draw the spreadsheet; with a tab given, the cells of that tab only. */
  view(id: string, sheetId?: number): SpreadsheetView {
    return viewOf(this.#services.library.get(id), this.#acts.can(id), sheetId);
  }

  /**
   * Sends answers (question id → values) into a form. Throws `AnswersError` when the form's own rules refuse them and
   * `ApiError` when the form takes no answers at all. Gives the response id.
   */
  submitForm(
    formId: string,
    answers: Readonly<Record<string, readonly string[]>>,
    options: SubmitOptions = {},
  ): string {
    const { forms, now } = this.#services;
    const id = submitAnswers(forms, formId, answers, options, now);
    this.#tell(formId);
    return id;
  }
}

function slice(sheet: Sheet, dim: Dimension, at: number, count: number): Box {
  const all = boxOf({}, sheet);
  return dim === 'ROWS' ? { ...all, r0: at, r1: at + count } : { ...all, c0: at, c1: at + count };
}

function bounds(sheet: Sheet, dim: Dimension, at: number, count: number): void {
  const size = dim === 'ROWS' ? sheet.rows.length : sheet.columns.length;
  if (at < 0 || count < 0 || at + count > size)
    throw invalid(`There is no such ${dim === 'ROWS' ? 'row' : 'column'} on "${sheet.title}" any more.`);
}

/** A person who types or pastes past the edge gets more rows and columns. */
function reach(edit: Edit, sheet: Sheet, rows: number, columns: number): void {
  if (rows > sheet.rows.length) append(edit, sheet, 'ROWS', rows - sheet.rows.length);
  if (columns > sheet.columns.length) append(edit, sheet, 'COLUMNS', columns - sheet.columns.length);
}
