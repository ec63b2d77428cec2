import { copySheet } from '../book/copy-sheet.ts';
import { append, remove } from '../book/dimensions.ts';
import type { Edit } from '../book/edit.ts';
import { renameInFormulas } from '../book/formulas-follow.ts';
import { sheetPropertiesJson } from '../book/json.ts';
import { freeSheetId, looksOf, newSheet, type SheetProperties } from '../book/new.ts';
import type { Sheet } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { handler, masked, paths } from './context.ts';

/** A new tab under the rules for its id, title, type and frozen rows, not yet in its place. */
export function checkedSheet(edit: Edit, properties: SheetProperties, id: number): Sheet {
  const { book } = edit;
  if (book.sheets.some((s) => s.id === id))
    throw invalid(`Sheet with ID ${id} already exists. Please specify another ID.`);
  if (id < 0) throw invalid(`Invalid sheetId: ${id}. It must not be negative.`);
  if (properties.sheetType !== undefined && properties.sheetType !== 'GRID')
    throw invalid(`Only GRID sheets can be added: ${properties.sheetType}`);
  if (properties.title !== undefined) checkTitle(edit, properties.title);
  const sheet = newSheet(book, properties, id);
  checkFrozen(sheet);
  return sheet;
}

export const addSheet = handler<{ properties?: SheetProperties }>((edit, { properties = {} }) => {
  const { sheets } = edit.book;
  const sheet = checkedSheet(edit, properties, properties.sheetId ?? freeSheetId(edit.book));
  edit.addSheet(sheet, Math.min(placeOf(properties.index, sheets.length), sheets.length));
  return { properties: sheetPropertiesJson(edit.book, sheet) };
});

export const deleteSheet = handler<{ sheetId?: number }>((edit, { sheetId = 0 }) => {
  const sheet = edit.sheet(sheetId);
  edit.guard(sheet, { r0: 0, c0: 0, r1: sheet.rows.length, c1: sheet.columns.length });
  if (edit.book.sheets.length === 1) throw invalid("You can't remove all the sheets in a document.");
  if (!edit.book.sheets.some((s) => s.id !== sheetId && !s.hidden))
    throw invalid("You can't remove all the visible sheets in a document.");
  edit.removeSheet(sheetId);
  edit.book.metadata = edit.book.metadata.filter((m) => m.sheetId !== sheetId);
  edit.book.named = edit.book.named.filter((n) => (n.range.sheetId ?? 0) !== sheetId);
  return undefined;
});

export const duplicateSheet = handler<{
  sourceSheetId?: number;
  insertSheetIndex?: number;
  newSheetId?: number;
  newSheetName?: string;
}>((edit, { sourceSheetId = 0, insertSheetIndex, newSheetId, newSheetName }) => {
  const source = edit.book.sheets.find((s) => s.id === sourceSheetId);
  if (!source) throw invalid(`No grid with id: ${sourceSheetId}`);
  if (newSheetId !== undefined && newSheetId < 0)
    throw invalid(`Invalid sheetId: ${newSheetId}. It must not be negative.`);
  if (newSheetId !== undefined && edit.book.sheets.some((s) => s.id === newSheetId))
    throw invalid(`Sheet with ID ${newSheetId} already exists. Please specify another ID.`);
  if (newSheetName !== undefined) checkTitle(edit, newSheetName);
  const title = newSheetName ?? copyTitle(edit, source.title);
  const copy = copySheet(edit, edit.book, source, newSheetId ?? freeSheetId(edit.book), title);
  edit.addSheet(copy, Math.min(placeOf(insertSheetIndex, 0), edit.book.sheets.length));
  return { properties: sheetPropertiesJson(edit.book, copy) };
});

function placeOf(index: number | undefined, otherwise: number): number {
  if (index !== undefined && index < 0) throw invalid(`Sheet index must not be negative: ${index}`);
  return index ?? otherwise;
}

export function copyTitle(edit: Edit, title: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? `Copy of ${title}` : `Copy of ${title} ${n}`;
    if (!edit.book.sheets.some((s) => s.title === name)) return name;
  }
}

export const updateSheetProperties = handler<{ properties?: SheetProperties; fields?: string }>(
  (edit, { properties = {}, fields }) => {
    const mask = paths(fields);
    const sheet = edit.sheet(properties.sheetId ?? 0);
    const grid = properties.gridProperties ?? {};
    const has = (path: string) => masked(mask, path);
    if (has('title') && (properties.title ?? '') !== sheet.title) {
      checkTitle(edit, properties.title ?? '', sheet.id);
      renameInFormulas(edit, sheet.title, properties.title ?? '');
      sheet.title = properties.title ?? '';
    }
    if (has('hidden')) {
      if (properties.hidden && !edit.book.sheets.some((s) => s !== sheet && !s.hidden))
        throw invalid("You can't hide all the sheets in a document.");
      sheet.hidden = properties.hidden ?? false;
    }
    if (has('gridProperties.rowCount') && grid.rowCount !== undefined) resize(edit, sheet, 'ROWS', grid.rowCount);
    if (has('gridProperties.columnCount') && grid.columnCount !== undefined)
      resize(edit, sheet, 'COLUMNS', grid.columnCount);
    if (has('gridProperties.frozenRowCount')) sheet.frozenRows = grid.frozenRowCount ?? 0;
    if (has('gridProperties.frozenColumnCount')) sheet.frozenColumns = grid.frozenColumnCount ?? 0;
    if (has('gridProperties.hideGridlines')) sheet.hideGridlines = grid.hideGridlines ?? false;
    if (has('gridProperties.rowGroupControlAfter') || has('gridProperties.columnGroupControlAfter'))
      sheet.controlAfter = {
        rows: has('gridProperties.rowGroupControlAfter')
          ? grid.rowGroupControlAfter === true
          : sheet.controlAfter?.rows === true,
        columns: has('gridProperties.columnGroupControlAfter')
          ? grid.columnGroupControlAfter === true
          : sheet.controlAfter?.columns === true,
      };
    if (has('tabColor') || has('tabColorStyle') || has('rightToLeft'))
      sheet.looks = { ...sheet.looks, ...looksOf(properties) };
    checkFrozen(sheet);
    if (has('index') && properties.index !== undefined) reorder(edit, sheet, properties.index);
    return undefined;
  },
);

/** The new place is counted as the tabs stand before the move. */
function reorder(edit: Edit, sheet: Sheet, index: number): void {
  const from = edit.book.sheets.indexOf(sheet);
  const others = edit.book.sheets.filter((s) => s !== sheet);
  const to = Math.min(index > from ? index - 1 : index, others.length);
  if (index < 0) throw invalid(`Sheet index must not be negative: ${index}`);
  edit.book.sheets = others.toSpliced(to, 0, sheet);
}

function resize(edit: Edit, sheet: Sheet, dim: 'ROWS' | 'COLUMNS', to: number): void {
  const size = dim === 'ROWS' ? sheet.rows.length : sheet.columns.length;
  if (to < 1) throw invalid(`Grid must have at least one ${dim === 'ROWS' ? 'row' : 'column'}.`);
  if (to > size) append(edit, sheet, dim, to - size);
  else if (to < size) remove(edit, sheet, dim, to, size - to);
}

function checkTitle(edit: Edit, title: string, except?: number): void {
  if (title === '') throw invalid('The sheet name cannot be empty.');
  if (title.length > 100) throw invalid('The sheet name cannot be greater than 100 characters.');
  const lower = title.toLowerCase();
  if (edit.book.sheets.some((s) => s.id !== except && s.title.toLowerCase() === lower))
    throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function checkFrozen(sheet: Sheet): void {
  if (sheet.frozenRows < 0 || sheet.frozenColumns < 0) throw invalid('Frozen rows and columns must not be negative.');
  if (sheet.frozenRows >= sheet.rows.length) throw invalid("You can't freeze all visible rows on the sheet.");
  if (sheet.frozenColumns >= sheet.columns.length) throw invalid("You can't freeze all visible columns on the sheet.");
}
