import { ANY, BOOLEAN, INT, list, type Message, type Shape, STRING } from './shape.ts';
import { DATA_FILTER, METADATA, SHEET_PROPERTIES, SPREADSHEET_SHAPE } from './sheets.ts';
import * as words from './words.ts';

const RANGE_VALUES = { range: STRING, majorDimension: words.DIMENSION, values: ANY } satisfies Message;
const RESPONSE_OPTIONS = {
  includeValuesInResponse: BOOLEAN,
  responseValueRenderOption: words.VALUE_RENDER,
  responseDateTimeRenderOption: words.DATE_RENDER,
} satisfies Message;

/** What the body of each Sheets call may hold, by `METHOD path:verb` as the routes name it. */
export const BODY_SHAPES: Readonly<Record<string, Message>> = {
  'POST :getByDataFilter': {
    dataFilters: list(DATA_FILTER),
    includeGridData: BOOLEAN,
    excludeTablesInBandedRanges: BOOLEAN,
    commentsViewMode: STRING,
  },
  'POST :batchUpdate': {
    requests: list(ANY),
    includeSpreadsheetInResponse: BOOLEAN,
    responseRanges: list(STRING),
    responseIncludeGridData: BOOLEAN,
    commentsViewMode: STRING,
  },
  'PUT values/*': RANGE_VALUES,
  'POST values/*:append': RANGE_VALUES,
  'POST values:batchUpdate': { valueInputOption: words.VALUE_INPUT, data: list(RANGE_VALUES), ...RESPONSE_OPTIONS },
  'POST values:batchClear': { ranges: list(STRING) },
  'POST values:batchGetByDataFilter': {
    dataFilters: list(DATA_FILTER),
    majorDimension: words.DIMENSION,
    valueRenderOption: words.VALUE_RENDER,
    dateTimeRenderOption: words.DATE_RENDER,
  },
  'POST values:batchUpdateByDataFilter': {
    valueInputOption: words.VALUE_INPUT,
    data: list({ dataFilter: DATA_FILTER, majorDimension: words.DIMENSION, values: ANY }),
    ...RESPONSE_OPTIONS,
  },
  'POST values:batchClearByDataFilter': { dataFilters: list(DATA_FILTER) },
  'POST developerMetadata:search': { dataFilters: list(DATA_FILTER) },
  'POST sheets/*:copyTo': { destinationSpreadsheetId: STRING },
};

const UPDATED = {
  spreadsheetId: STRING,
  updatedRange: STRING,
  updatedRows: INT,
  updatedColumns: INT,
  updatedCells: INT,
  updatedData: RANGE_VALUES,
} satisfies Message;
const TOTALS = {
  spreadsheetId: STRING,
  totalUpdatedRows: INT,
  totalUpdatedColumns: INT,
  totalUpdatedCells: INT,
  totalUpdatedSheets: INT,
} satisfies Message;

/** What each Sheets call answers, for `fields` masks. */
export const REPLY_SHAPES: Readonly<Record<string, Shape>> = {
  'GET ': SPREADSHEET_SHAPE,
  'POST :getByDataFilter': SPREADSHEET_SHAPE,
  'POST :batchUpdate': {
    spreadsheetId: STRING,
    replies: ANY,
    updatedSpreadsheet: SPREADSHEET_SHAPE,
    commentUpdateState: STRING,
  },
  'GET values/*': RANGE_VALUES,
  'PUT values/*': UPDATED,
  'POST values/*:append': { spreadsheetId: STRING, tableRange: STRING, updates: UPDATED },
  'POST values/*:clear': { spreadsheetId: STRING, clearedRange: STRING },
  'GET values:batchGet': { spreadsheetId: STRING, valueRanges: list(RANGE_VALUES) },
  'POST values:batchUpdate': { ...TOTALS, responses: list(UPDATED) },
  'POST values:batchClear': { spreadsheetId: STRING, clearedRanges: list(STRING) },
  'POST values:batchUpdateByDataFilter': { ...TOTALS, responses: list({ ...UPDATED, dataFilter: DATA_FILTER }) },
  'POST values:batchGetByDataFilter': {
    spreadsheetId: STRING,
    valueRanges: list({ valueRange: RANGE_VALUES, dataFilters: list(DATA_FILTER) }),
  },
  'POST values:batchClearByDataFilter': { spreadsheetId: STRING, clearedRanges: list(STRING) },
  'GET developerMetadata/*': METADATA,
  'POST developerMetadata:search': {
    matchedDeveloperMetadata: list({ developerMetadata: METADATA, dataFilters: list(DATA_FILTER) }),
  },
  'POST sheets/*:copyTo': SHEET_PROPERTIES,
};
