import type { Located } from '../book/a1.ts';
import {
  bandedJson,
  filterJson,
  groupsJson,
  protectedRangeJson,
  sheetMetadata,
  sheetPropertiesJson,
  spreadsheetPropertiesJson,
} from '../book/json.ts';
import { metadataJson } from '../book/metadata.ts';
import { boxOf, rangeJson } from '../book/ranges.ts';
import type { Box, Sheet, Workbook } from '../book/types.ts';
import { type Mask, project, sub } from '../server/fields.ts';
import { cellWriter } from './cell.ts';
import { hiddenRows } from './hidden.ts';

export interface SpreadsheetOptions {
  readonly mask: Mask;
  /** only these tabs, one data block for each range */
  readonly ranges?: readonly Located[];
  readonly gridData: boolean;
  /** origin for `spreadsheetUrl` */
  readonly origin: string;
}

/** The Spreadsheet resource, made only as far as the mask asks. */
export function spreadsheetJson(book: Workbook, { mask, ranges, gridData, origin }: SpreadsheetOptions): object {
  const result: Record<string, unknown> = {};
  const add = adder(result, mask);
  const sheets = ranges ? book.sheets.filter((s) => ranges.some((r) => r.sheet.id === s.id)) : book.sheets;
  const inner = sub(mask, 'sheets');
  add('spreadsheetId', () => book.id);
  add('properties', () => spreadsheetPropertiesJson(book));
  if (inner !== undefined && sheets.length > 0)
    result.sheets = sheets.map((s) => sheetJson(book, s, inner, gridData || mask !== true, ranges));
  add('namedRanges', () => book.named.map((n) => ({ ...n, range: rangeJson(n.range) })));
  add('spreadsheetUrl', () => `${origin}/sheet?id=${book.id}`);
  add('developerMetadata', () => book.metadata.filter((m) => m.on === 'SPREADSHEET').map((m) => metadataJson(book, m)));
  return result;
}

/** Puts a member in if the mask wants it and there is something to say. */
function adder(into: Record<string, unknown>, mask: Mask) {
  return (name: string, make: () => unknown): void => {
    const wanted = sub(mask, name);
    if (wanted === undefined) return;
    const value = make();
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return;
    into[name] = project(value, wanted);
  };
}

function sheetJson(
  book: Workbook,
  sheet: Sheet,
  mask: Mask,
  data: boolean,
  ranges: readonly Located[] | undefined,
): object {
  const result: Record<string, unknown> = {};
  const add = adder(result, mask);
  add('properties', () => sheetPropertiesJson(book, sheet));
  const dataMask = sub(mask, 'data');
  if (data && dataMask !== undefined) {
    const boxes = ranges ? ranges.filter((r) => r.sheet.id === sheet.id).map((r) => r.box) : [boxOf({}, sheet)];
    result.data = boxes.map((box) => gridJson(book, sheet, box, dataMask));
  }
  add('merges', () => sheet.merges.map(rangeJson));
  add('conditionalFormats', () => sheet.conditional.map((c) => ({ ranges: c.ranges.map(rangeJson), ...c.rest })));
  add('filterViews', () => sheet.filterViews?.map(filterJson));
  add('protectedRanges', () => sheet.protectedRanges.map(protectedRangeJson));
  add('basicFilter', () => sheet.filter && filterJson(sheet.filter));
  add('bandedRanges', () => sheet.banded?.map(bandedJson));
  add('developerMetadata', () => sheetMetadata(book, sheet));
  add('rowGroups', () => groupsJson(sheet, 'ROWS'));
  add('columnGroups', () => groupsJson(sheet, 'COLUMNS'));
  return result;
}

function gridJson(book: Workbook, sheet: Sheet, box: Box, mask: Mask): object {
  const rows = sub(mask, 'rowData');
  const values = rows === undefined ? undefined : sub(rows, 'values');
  const rowData = values === undefined ? [] : rowsJson(book, sheet, box, values);
  const rowMeta = sub(mask, 'rowMetadata');
  const columnMeta = sub(mask, 'columnMetadata');
  return {
    ...(box.r0 > 0 ? { startRow: box.r0 } : {}),
    ...(box.c0 > 0 ? { startColumn: box.c0 } : {}),
    ...(rowData.length > 0 ? { rowData } : {}),
    ...(rowMeta === undefined ? {} : { rowMetadata: project(rowMetadata(book, sheet, box, rowMeta), rowMeta) }),
    ...(columnMeta === undefined ? {} : { columnMetadata: project(columnMetadata(book, sheet, box), columnMeta) }),
  };
}

function rowsJson(book: Workbook, sheet: Sheet, box: Box, mask: Mask): object[] {
  const make = cellWriter(book, sheet, mask);
  const looks = sheet.areas.length > 0;
  const rows: object[] = [];
  let full = 0;
  for (let r = box.r0; r < box.r1; r++) {
    const values: object[] = [];
    let end = 0;
    if (sheet.rows[r] || looks)
      for (let c = box.c0; c < box.c1; c++) {
        const cell = make(r, c);
        values.push(cell ?? {});
        if (cell) end = values.length;
      }
    values.length = end;
    rows.push(end > 0 ? { values } : {});
    if (end > 0) full = rows.length;
  }
  rows.length = full;
  return rows;
}

function rowMetadata(book: Workbook, sheet: Sheet, box: Box, mask: Mask): object[] {
  const filtered = sub(mask, 'hiddenByFilter') === undefined ? undefined : hiddenRows(book, sheet);
  const meta = metadataByUid(book, sheet, 'ROW');
  return Array.from({ length: box.r1 - box.r0 }, (_, i) => {
    const row = sheet.rows[box.r0 + i];
    return {
      ...(filtered?.has(box.r0 + i) ? { hiddenByFilter: true } : {}),
      ...(row?.hidden ? { hiddenByUser: true } : {}),
      pixelSize: row?.size ?? 21,
      ...(row ? meta(row.uid) : {}),
    };
  });
}

function columnMetadata(book: Workbook, sheet: Sheet, box: Box): object[] {
  const meta = metadataByUid(book, sheet, 'COLUMN');
  return sheet.columns.slice(box.c0, box.c1).map((column) => ({
    ...(column.hidden ? { hiddenByUser: true } : {}),
    pixelSize: column.size ?? 100,
    ...meta(column.uid),
  }));
}

function metadataByUid(book: Workbook, sheet: Sheet, on: 'ROW' | 'COLUMN') {
  const mine = book.metadata.filter((m) => m.on === on && m.sheetId === sheet.id);
  return (uid: number): object => {
    const found = mine.filter((m) => m.uid === uid);
    return found.length > 0 ? { developerMetadata: found.map((m) => metadataJson(book, m)) } : {};
  };
}
