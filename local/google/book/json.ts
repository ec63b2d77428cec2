import { metadataJson } from './metadata.ts';
import { rangeJson } from './ranges.ts';
import type { ProtectedRange, Sheet, Workbook } from './types.ts';

/** SheetProperties as the API answers them: `sheetId` and `index` even when 0, false and 0 elsewhere left out. */
export function sheetPropertiesJson(book: Workbook, sheet: Sheet): object {
  return {
    sheetId: sheet.id,
    title: sheet.title,
    index: book.sheets.findIndex((s) => s.id === sheet.id),
    sheetType: 'GRID',
    gridProperties: {
      rowCount: sheet.rows.length,
      columnCount: sheet.columns.length,
      ...(sheet.frozenRows ? { frozenRowCount: sheet.frozenRows } : {}),
      ...(sheet.frozenColumns ? { frozenColumnCount: sheet.frozenColumns } : {}),
      ...(sheet.hideGridlines ? { hideGridlines: true } : {}),
    },
    ...(sheet.hidden ? { hidden: true } : {}),
    ...sheet.looks,
  };
}

export function protectedRangeJson(range: ProtectedRange): object {
  return {
    protectedRangeId: range.protectedRangeId,
    ...(range.range ? { range: rangeJson(range.range) } : {}),
    ...(range.namedRangeId ? { namedRangeId: range.namedRangeId } : {}),
    ...(range.description ? { description: range.description } : {}),
    ...(range.warningOnly ? { warningOnly: true } : {}),
    requestingUserCanEdit: true,
    ...(range.unprotectedRanges ? { unprotectedRanges: range.unprotectedRanges.map(rangeJson) } : {}),
    ...(range.warningOnly ? {} : { editors: range.editors ?? {} }),
  };
}

export function spreadsheetPropertiesJson(book: Workbook): object {
  return {
    title: book.title,
    locale: book.locale,
    autoRecalc: 'ON_CHANGE',
    timeZone: book.timeZone,
    defaultFormat: DEFAULT_FORMAT,
    ...book.rest,
  };
}

const DEFAULT_FORMAT = {
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } },
};

/** Metadata of a tab (not of its rows and columns), for `sheets[].developerMetadata`. */
export const sheetMetadata = (book: Workbook, sheet: Sheet): object[] =>
  book.metadata.filter((m) => m.on === 'SHEET' && m.sheetId === sheet.id).map((m) => metadataJson(book, m));
