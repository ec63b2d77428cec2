import { CELL_FORMAT, COLOR, COLOR_STYLE, CONDITION, DIMENSION_RANGE, GRID_RANGE, ROW_DATA } from './cells.ts';
import { ANY, BOOLEAN, INT, list, type Message, map, STRING } from './shape.ts';
import * as words from './words.ts';

const METADATA_LOCATION = {
  locationType: words.LOCATION_TYPE,
  spreadsheet: BOOLEAN,
  sheetId: INT,
  dimensionRange: DIMENSION_RANGE,
} satisfies Message;

export const METADATA = {
  metadataId: INT,
  metadataKey: STRING,
  metadataValue: STRING,
  location: METADATA_LOCATION,
  visibility: words.VISIBILITY,
} satisfies Message;

export const DATA_FILTER = {
  a1Range: STRING,
  gridRange: GRID_RANGE,
  developerMetadataLookup: {
    locationType: words.LOCATION_TYPE,
    metadataLocation: METADATA_LOCATION,
    locationMatchingStrategy: words.MATCHING,
    metadataId: INT,
    metadataKey: STRING,
    metadataValue: STRING,
    visibility: words.VISIBILITY,
  },
} satisfies Message;

export const DIMENSION_PROPERTIES = {
  hiddenByFilter: BOOLEAN,
  hiddenByUser: BOOLEAN,
  pixelSize: INT,
  developerMetadata: list(METADATA),
  dataSourceColumnReference: ANY,
} satisfies Message;

export const DIMENSION_GROUP = { range: DIMENSION_RANGE, depth: INT, collapsed: BOOLEAN } satisfies Message;

export const SHEET_PROPERTIES = {
  sheetId: INT,
  title: STRING,
  index: INT,
  sheetType: words.SHEET_TYPE,
  gridProperties: {
    rowCount: INT,
    columnCount: INT,
    frozenRowCount: INT,
    frozenColumnCount: INT,
    hideGridlines: BOOLEAN,
    rowGroupControlAfter: BOOLEAN,
    columnGroupControlAfter: BOOLEAN,
  },
  hidden: BOOLEAN,
  tabColor: COLOR,
  tabColorStyle: COLOR_STYLE,
  rightToLeft: BOOLEAN,
  dataSourceSheetProperties: ANY,
} satisfies Message;

export const SPREADSHEET_PROPERTIES = {
  title: STRING,
  locale: STRING,
  autoRecalc: words.RECALCULATION,
  timeZone: STRING,
  defaultFormat: CELL_FORMAT,
  iterativeCalculationSettings: ANY,
  spreadsheetTheme: ANY,
  importFunctionsExternalUrlAccessAllowed: BOOLEAN,
} satisfies Message;

export const PROTECTED_RANGE = {
  protectedRangeId: INT,
  range: GRID_RANGE,
  namedRangeId: STRING,
  tableId: STRING,
  description: STRING,
  warningOnly: BOOLEAN,
  requestingUserCanEdit: BOOLEAN,
  unprotectedRanges: list(GRID_RANGE),
  editors: { users: list(STRING), groups: list(STRING), domainUsersCanEdit: BOOLEAN },
} satisfies Message;

export const NAMED_RANGE = { namedRangeId: STRING, name: STRING, range: GRID_RANGE } satisfies Message;

export const SORT_SPEC = {
  dimensionIndex: INT,
  sortOrder: words.SORT_ORDER,
  foregroundColor: ANY,
  foregroundColorStyle: ANY,
  backgroundColor: ANY,
  backgroundColorStyle: ANY,
  dataSourceColumnReference: ANY,
} satisfies Message;

const CRITERIA = {
  hiddenValues: list(STRING),
  condition: CONDITION,
  visibleBackgroundColor: ANY,
  visibleBackgroundColorStyle: ANY,
  visibleForegroundColor: ANY,
  visibleForegroundColorStyle: ANY,
} satisfies Message;

const FILTER = {
  range: GRID_RANGE,
  tableId: STRING,
  sortSpecs: list(SORT_SPEC),
  criteria: map(CRITERIA),
  filterSpecs: list({ columnIndex: INT, dataSourceColumnReference: ANY, filterCriteria: CRITERIA }),
} satisfies Message;

export const BASIC_FILTER = FILTER;

export const FILTER_VIEW = { ...FILTER, filterViewId: INT, title: STRING, namedRangeId: STRING } satisfies Message;

const BANDING = {
  headerColor: COLOR,
  headerColorStyle: COLOR_STYLE,
  firstBandColor: COLOR,
  firstBandColorStyle: COLOR_STYLE,
  secondBandColor: COLOR,
  secondBandColorStyle: COLOR_STYLE,
  footerColor: COLOR,
  footerColorStyle: COLOR_STYLE,
} satisfies Message;

export const BANDED_RANGE = {
  bandedRangeId: INT,
  bandedRangeReference: STRING,
  range: GRID_RANGE,
  rowProperties: BANDING,
  columnProperties: BANDING,
} satisfies Message;

export const CONDITIONAL_RULE = {
  ranges: list(GRID_RANGE),
  booleanRule: { condition: CONDITION, format: CELL_FORMAT },
  gradientRule: ANY,
} satisfies Message;

const SHEET = {
  properties: SHEET_PROPERTIES,
  data: list({
    startRow: INT,
    startColumn: INT,
    rowData: list(ROW_DATA),
    rowMetadata: list(DIMENSION_PROPERTIES),
    columnMetadata: list(DIMENSION_PROPERTIES),
  }),
  merges: list(GRID_RANGE),
  conditionalFormats: list(CONDITIONAL_RULE),
  filterViews: list(FILTER_VIEW),
  protectedRanges: list(PROTECTED_RANGE),
  basicFilter: BASIC_FILTER,
  charts: list(ANY),
  bandedRanges: list(BANDED_RANGE),
  developerMetadata: list(METADATA),
  rowGroups: list(DIMENSION_GROUP),
  columnGroups: list(DIMENSION_GROUP),
  slicers: list(ANY),
  tables: list(ANY),
  commentAnchors: list(ANY),
} satisfies Message;

export const SPREADSHEET_SHAPE = {
  spreadsheetId: STRING,
  properties: SPREADSHEET_PROPERTIES,
  sheets: list(SHEET),
  namedRanges: list(NAMED_RANGE),
  spreadsheetUrl: STRING,
  developerMetadata: list(METADATA),
  dataSources: list(ANY),
  dataSourceSchedules: list(ANY),
  comments: list(ANY),
  commentsViewMode: STRING,
} satisfies Message;
