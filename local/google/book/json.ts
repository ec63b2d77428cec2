import { metadataJson } from './metadata.ts';
import { rangeJson } from './ranges.ts';
import type { BandedRange, BasicFilter, Group, ProtectedRange, Sheet, Workbook } from './types.ts';

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
      ...(sheet.controlAfter?.rows ? { rowGroupControlAfter: true } : {}),
      ...(sheet.controlAfter?.columns ? { columnGroupControlAfter: true } : {}),
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

export const filterJson = (filter: BasicFilter): object => ({
  ...filter,
  range: rangeJson(filter.range),
  ...(filter.criteria
    ? {
        filterSpecs: Object.entries(filter.criteria).map(([column, filterCriteria]) => ({
          ...(column === '0' ? {} : { columnIndex: Number(column) }),
          filterCriteria,
        })),
      }
    : {}),
});

export const bandedJson = (banded: BandedRange): object => ({ ...banded, range: rangeJson(banded.range) });

/** DimensionGroups of one dimension, outer ones first. */
export const groupsJson = (sheet: Sheet, dim: 'ROWS' | 'COLUMNS'): object[] =>
  ((dim === 'ROWS' ? sheet.rowGroups : sheet.columnGroups) ?? []).map(({ start, end, depth, collapsed }: Group) => ({
    range: { ...(sheet.id ? { sheetId: sheet.id } : {}), dimension: dim, startIndex: start, endIndex: end },
    depth,
    ...(collapsed ? { collapsed: true } : {}),
  }));

export function spreadsheetPropertiesJson(book: Workbook): object {
  return {
    title: book.title,
    locale: book.locale,
    autoRecalc: 'ON_CHANGE',
    timeZone: book.timeZone,
    defaultFormat: DEFAULT_FORMAT,
    spreadsheetTheme: THEME,
    ...book.rest,
  };
}

export const DEFAULT_FORMAT = {
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

/** The theme of a new spreadsheet: colours as red, green and blue of 255. */
const THEME_COLORS: readonly (readonly [string, number, number, number])[] = [
  ['TEXT', 0, 0, 0],
  ['BACKGROUND', 255, 255, 255],
  ['ACCENT1', 66, 133, 244],
  ['ACCENT2', 234, 67, 53],
  ['ACCENT3', 251, 188, 4],
  ['ACCENT4', 52, 168, 83],
  ['ACCENT5', 255, 109, 1],
  ['ACCENT6', 70, 189, 198],
  ['LINK', 17, 85, 204],
];

/** Google keeps colours as 32-bit floats and writes eight digits; a part that is 0 is left out. */
const part = (name: string, value: number): object =>
  value === 0 ? {} : { [name]: Number((value / 255).toPrecision(8)) };

const THEME = {
  primaryFontFamily: 'Arial',
  themeColors: THEME_COLORS.map(([colorType, red, green, blue]) => ({
    colorType,
    color: { rgbColor: { ...part('red', red), ...part('green', green), ...part('blue', blue) } },
  })),
};

/** Metadata of a tab (not of its rows and columns), for `sheets[].developerMetadata`. */
export const sheetMetadata = (book: Workbook, sheet: Sheet): object[] =>
  book.metadata.filter((m) => m.on === 'SHEET' && m.sheetId === sheet.id).map((m) => metadataJson(book, m));
