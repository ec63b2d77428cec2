import { CELL_FORMAT, COLOR, COLOR_STYLE, CONDITION, DIMENSION_RANGE, GRID_RANGE, ROW_DATA } from './cells.ts';
import { ANY, BOOLEAN, NUMBER, type Shape, STRING } from './shape.ts';

const METADATA_LOCATION = {
  locationType: STRING,
  spreadsheet: BOOLEAN,
  sheetId: NUMBER,
  dimensionRange: DIMENSION_RANGE,
} satisfies Shape;

export const METADATA = {
  metadataId: NUMBER,
  metadataKey: STRING,
  metadataValue: STRING,
  location: METADATA_LOCATION,
  visibility: STRING,
} satisfies Shape;

export const DATA_FILTER = {
  a1Range: STRING,
  gridRange: GRID_RANGE,
  developerMetadataLookup: {
    locationType: STRING,
    metadataLocation: METADATA_LOCATION,
    locationMatchingStrategy: STRING,
    metadataId: NUMBER,
    metadataKey: STRING,
    metadataValue: STRING,
    visibility: STRING,
  },
} satisfies Shape;

export const DIMENSION_PROPERTIES = {
  hiddenByFilter: BOOLEAN,
  hiddenByUser: BOOLEAN,
  pixelSize: NUMBER,
  developerMetadata: METADATA,
  dataSourceColumnReference: ANY,
} satisfies Shape;

export const SHEET_PROPERTIES = {
  sheetId: NUMBER,
  title: STRING,
  index: NUMBER,
  sheetType: STRING,
  gridProperties: {
    rowCount: NUMBER,
    columnCount: NUMBER,
    frozenRowCount: NUMBER,
    frozenColumnCount: NUMBER,
    hideGridlines: BOOLEAN,
    rowGroupControlAfter: BOOLEAN,
    columnGroupControlAfter: BOOLEAN,
  },
  hidden: BOOLEAN,
  tabColor: COLOR,
  tabColorStyle: COLOR_STYLE,
  rightToLeft: BOOLEAN,
  dataSourceSheetProperties: ANY,
} satisfies Shape;

export const SPREADSHEET_PROPERTIES = {
  title: STRING,
  locale: STRING,
  autoRecalc: STRING,
  timeZone: STRING,
  defaultFormat: CELL_FORMAT,
  iterativeCalculationSettings: ANY,
  spreadsheetTheme: ANY,
  importFunctionsExternalUrlAccessAllowed: BOOLEAN,
} satisfies Shape;

export const PROTECTED_RANGE = {
  protectedRangeId: NUMBER,
  range: GRID_RANGE,
  namedRangeId: STRING,
  tableId: STRING,
  description: STRING,
  warningOnly: BOOLEAN,
  requestingUserCanEdit: BOOLEAN,
  unprotectedRanges: GRID_RANGE,
  editors: { users: STRING, groups: STRING, domainUsersCanEdit: BOOLEAN },
} satisfies Shape;

export const NAMED_RANGE = { namedRangeId: STRING, name: STRING, range: GRID_RANGE } satisfies Shape;

export const SORT_SPEC = {
  dimensionIndex: NUMBER,
  sortOrder: STRING,
  foregroundColor: ANY,
  foregroundColorStyle: ANY,
  backgroundColor: ANY,
  backgroundColorStyle: ANY,
  dataSourceColumnReference: ANY,
} satisfies Shape;

const CRITERIA = {
  hiddenValues: STRING,
  condition: CONDITION,
  visibleBackgroundColor: ANY,
  visibleBackgroundColorStyle: ANY,
  visibleForegroundColor: ANY,
  visibleForegroundColorStyle: ANY,
} satisfies Shape;

export const BASIC_FILTER = {
  range: GRID_RANGE,
  tableId: STRING,
  sortSpecs: SORT_SPEC,
  criteria: ANY,
  filterSpecs: { columnIndex: NUMBER, dataSourceColumnReference: ANY, filterCriteria: CRITERIA },
} satisfies Shape;

export const CONDITIONAL_RULE = { ranges: GRID_RANGE, booleanRule: ANY, gradientRule: ANY } satisfies Shape;

const SHEET = {
  properties: SHEET_PROPERTIES,
  data: {
    startRow: NUMBER,
    startColumn: NUMBER,
    rowData: ROW_DATA,
    rowMetadata: DIMENSION_PROPERTIES,
    columnMetadata: DIMENSION_PROPERTIES,
  },
  merges: GRID_RANGE,
  conditionalFormats: CONDITIONAL_RULE,
  filterViews: ANY,
  protectedRanges: PROTECTED_RANGE,
  basicFilter: BASIC_FILTER,
  charts: ANY,
  bandedRanges: ANY,
  developerMetadata: METADATA,
  rowGroups: ANY,
  columnGroups: ANY,
  slicers: ANY,
  tables: ANY,
  commentAnchors: ANY,
} satisfies Shape;

export const SPREADSHEET_SHAPE = {
  spreadsheetId: STRING,
  properties: SPREADSHEET_PROPERTIES,
  sheets: SHEET,
  namedRanges: NAMED_RANGE,
  spreadsheetUrl: STRING,
  developerMetadata: METADATA,
  dataSources: ANY,
  dataSourceSchedules: ANY,
  comments: ANY,
  commentsViewMode: STRING,
} satisfies Shape;
