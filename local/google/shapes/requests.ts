import { CELL_DATA, DIMENSION_RANGE, GRID_RANGE, ROW_DATA, RULE } from './cells.ts';
import { ANY, BOOLEAN, NUMBER, type Shape, STRING } from './shape.ts';
import {
  BASIC_FILTER,
  CONDITIONAL_RULE,
  DATA_FILTER,
  DIMENSION_PROPERTIES,
  METADATA,
  NAMED_RANGE,
  PROTECTED_RANGE,
  SHEET_PROPERTIES,
  SORT_SPEC,
  SPREADSHEET_PROPERTIES,
} from './sheets.ts';

const COORDINATE = { sheetId: NUMBER, rowIndex: NUMBER, columnIndex: NUMBER } satisfies Shape;

/** What each request of a `batchUpdate` may hold. */
export const REQUEST_SHAPES: Readonly<Record<string, Shape>> = {
  addSheet: { properties: SHEET_PROPERTIES },
  deleteSheet: { sheetId: NUMBER },
  duplicateSheet: { sourceSheetId: NUMBER, insertSheetIndex: NUMBER, newSheetId: NUMBER, newSheetName: STRING },
  updateSheetProperties: { properties: SHEET_PROPERTIES, fields: STRING },
  insertDimension: { range: DIMENSION_RANGE, inheritFromBefore: BOOLEAN },
  deleteDimension: { range: DIMENSION_RANGE },
  moveDimension: { source: DIMENSION_RANGE, destinationIndex: NUMBER },
  appendDimension: { sheetId: NUMBER, dimension: STRING, length: NUMBER, tableId: STRING },
  updateDimensionProperties: {
    range: DIMENSION_RANGE,
    properties: DIMENSION_PROPERTIES,
    fields: STRING,
    dataSourceSheetRange: ANY,
  },
  autoResizeDimensions: { dimensions: DIMENSION_RANGE, dataSourceSheetDimensions: ANY },
  updateCells: { rows: ROW_DATA, start: COORDINATE, range: GRID_RANGE, fields: STRING },
  repeatCell: { range: GRID_RANGE, cell: CELL_DATA, fields: STRING },
  appendCells: { sheetId: NUMBER, tableId: STRING, rows: ROW_DATA, fields: STRING },
  copyPaste: { source: GRID_RANGE, destination: GRID_RANGE, pasteType: STRING, pasteOrientation: STRING },
  cutPaste: { source: GRID_RANGE, destination: COORDINATE, pasteType: STRING },
  insertRange: { range: GRID_RANGE, shiftDimension: STRING },
  deleteRange: { range: GRID_RANGE, shiftDimension: STRING },
  sortRange: { range: GRID_RANGE, sortSpecs: SORT_SPEC },
  findReplace: {
    find: STRING,
    replacement: STRING,
    matchCase: BOOLEAN,
    matchEntireCell: BOOLEAN,
    searchByRegex: BOOLEAN,
    includeFormulas: BOOLEAN,
    allSheets: BOOLEAN,
    sheetId: NUMBER,
    range: GRID_RANGE,
  },
  setDataValidation: { range: GRID_RANGE, rule: RULE, filteredRowsIncluded: BOOLEAN },
  setBasicFilter: { filter: BASIC_FILTER },
  clearBasicFilter: { sheetId: NUMBER, tableId: STRING },
  addConditionalFormatRule: { rule: CONDITIONAL_RULE, index: NUMBER },
  updateConditionalFormatRule: { rule: CONDITIONAL_RULE, index: NUMBER, newIndex: NUMBER, sheetId: NUMBER },
  deleteConditionalFormatRule: { sheetId: NUMBER, index: NUMBER },
  addProtectedRange: { protectedRange: PROTECTED_RANGE },
  updateProtectedRange: { protectedRange: PROTECTED_RANGE, fields: STRING },
  deleteProtectedRange: { protectedRangeId: NUMBER },
  addNamedRange: { namedRange: NAMED_RANGE },
  updateNamedRange: { namedRange: NAMED_RANGE, fields: STRING },
  deleteNamedRange: { namedRangeId: STRING },
  mergeCells: { range: GRID_RANGE, mergeType: STRING },
  unmergeCells: { range: GRID_RANGE },
  createDeveloperMetadata: { developerMetadata: METADATA },
  updateDeveloperMetadata: { dataFilters: DATA_FILTER, developerMetadata: METADATA, fields: STRING },
  deleteDeveloperMetadata: { dataFilter: DATA_FILTER },
  updateSpreadsheetProperties: { properties: SPREADSHEET_PROPERTIES, fields: STRING },
};

/** What the `fields` of a request are about. */
export const FIELDS_OF: Readonly<Record<string, Shape>> = {
  updateSheetProperties: SHEET_PROPERTIES,
  updateDimensionProperties: DIMENSION_PROPERTIES,
  updateCells: CELL_DATA,
  repeatCell: CELL_DATA,
  appendCells: CELL_DATA,
  updateProtectedRange: PROTECTED_RANGE,
  updateNamedRange: NAMED_RANGE,
  updateDeveloperMetadata: METADATA,
  updateSpreadsheetProperties: SPREADSHEET_PROPERTIES,
};

const RANGE_VALUES = { range: STRING, majorDimension: STRING, values: ANY } satisfies Shape;
const RESPONSE_OPTIONS = {
  includeValuesInResponse: BOOLEAN,
  responseValueRenderOption: STRING,
  responseDateTimeRenderOption: STRING,
} satisfies Shape;

/** What the body of each Sheets call may hold, by `METHOD path:verb` as the routes name it. */
export const BODY_SHAPES: Readonly<Record<string, Shape>> = {
  'POST :getByDataFilter': {
    dataFilters: DATA_FILTER,
    includeGridData: BOOLEAN,
    excludeTablesInBandedRanges: BOOLEAN,
    commentsViewMode: STRING,
  },
  'POST :batchUpdate': {
    requests: ANY,
    includeSpreadsheetInResponse: BOOLEAN,
    responseRanges: STRING,
    responseIncludeGridData: BOOLEAN,
    commentsViewMode: STRING,
  },
  'PUT values/*': RANGE_VALUES,
  'POST values/*:append': RANGE_VALUES,
  'POST values:batchUpdate': { valueInputOption: STRING, data: RANGE_VALUES, ...RESPONSE_OPTIONS },
  'POST values:batchClear': { ranges: STRING },
  'POST values:batchGetByDataFilter': {
    dataFilters: DATA_FILTER,
    majorDimension: STRING,
    valueRenderOption: STRING,
    dateTimeRenderOption: STRING,
  },
  'POST values:batchUpdateByDataFilter': {
    valueInputOption: STRING,
    data: { dataFilter: DATA_FILTER, majorDimension: STRING, values: ANY },
    ...RESPONSE_OPTIONS,
  },
  'POST values:batchClearByDataFilter': { dataFilters: DATA_FILTER },
  'POST developerMetadata:search': { dataFilters: DATA_FILTER },
  'POST sheets/*:copyTo': { destinationSpreadsheetId: STRING },
};

const VALUE_RANGE = { range: STRING, majorDimension: STRING, values: ANY } satisfies Shape;
const UPDATED = {
  spreadsheetId: STRING,
  updatedRange: STRING,
  updatedRows: NUMBER,
  updatedColumns: NUMBER,
  updatedCells: NUMBER,
  updatedData: VALUE_RANGE,
} satisfies Shape;
const TOTALS = {
  spreadsheetId: STRING,
  totalUpdatedRows: NUMBER,
  totalUpdatedColumns: NUMBER,
  totalUpdatedCells: NUMBER,
  totalUpdatedSheets: NUMBER,
} satisfies Shape;

/** What each Sheets call answers, for `fields` masks. Calls not named here take any mask. */
export const REPLY_SHAPES: Readonly<Record<string, Shape>> = {
  'GET values/*': VALUE_RANGE,
  'PUT values/*': UPDATED,
  'POST values/*:append': { spreadsheetId: STRING, tableRange: STRING, updates: UPDATED },
  'POST values/*:clear': { spreadsheetId: STRING, clearedRange: STRING },
  'GET values:batchGet': { spreadsheetId: STRING, valueRanges: VALUE_RANGE },
  'POST values:batchUpdate': { ...TOTALS, responses: UPDATED },
  'POST values:batchUpdateByDataFilter': { ...TOTALS, responses: { ...UPDATED, dataFilter: DATA_FILTER } },
  'POST values:batchGetByDataFilter': {
    spreadsheetId: STRING,
    valueRanges: { valueRange: VALUE_RANGE, dataFilters: DATA_FILTER },
  },
};
