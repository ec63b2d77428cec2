import { ANY, BOOLEAN, NUMBER, type Shape, STRING } from './shape.ts';

export const GRID_RANGE = {
  sheetId: NUMBER,
  startRowIndex: NUMBER,
  endRowIndex: NUMBER,
  startColumnIndex: NUMBER,
  endColumnIndex: NUMBER,
} satisfies Shape;

export const DIMENSION_RANGE = {
  sheetId: NUMBER,
  dimension: STRING,
  startIndex: NUMBER,
  endIndex: NUMBER,
} satisfies Shape;

export const COLOR = { red: NUMBER, green: NUMBER, blue: NUMBER, alpha: NUMBER } satisfies Shape;
export const COLOR_STYLE = { rgbColor: COLOR, themeColor: STRING } satisfies Shape;

const TEXT_FORMAT = {
  foregroundColor: COLOR,
  foregroundColorStyle: COLOR_STYLE,
  fontFamily: STRING,
  fontSize: NUMBER,
  bold: BOOLEAN,
  italic: BOOLEAN,
  strikethrough: BOOLEAN,
  underline: BOOLEAN,
  link: ANY,
} satisfies Shape;

export const CELL_FORMAT = {
  numberFormat: { type: STRING, pattern: STRING },
  backgroundColor: COLOR,
  backgroundColorStyle: COLOR_STYLE,
  borders: ANY,
  padding: ANY,
  horizontalAlignment: STRING,
  verticalAlignment: STRING,
  wrapStrategy: STRING,
  textDirection: STRING,
  textFormat: TEXT_FORMAT,
  hyperlinkDisplayType: STRING,
  textRotation: ANY,
} satisfies Shape;

export const CONDITION = { type: STRING, values: { userEnteredValue: STRING, relativeDate: STRING } } satisfies Shape;

export const RULE = {
  condition: CONDITION,
  inputMessage: STRING,
  strict: BOOLEAN,
  showCustomUi: BOOLEAN,
} satisfies Shape;

const EXTENDED_VALUE = {
  numberValue: NUMBER,
  stringValue: STRING,
  boolValue: BOOLEAN,
  formulaValue: STRING,
  errorValue: { type: STRING, message: STRING },
} satisfies Shape;

export const CELL_DATA = {
  userEnteredValue: EXTENDED_VALUE,
  effectiveValue: EXTENDED_VALUE,
  formattedValue: STRING,
  userEnteredFormat: CELL_FORMAT,
  effectiveFormat: CELL_FORMAT,
  hyperlink: STRING,
  note: STRING,
  textFormatRuns: ANY,
  dataValidation: RULE,
  pivotTable: ANY,
  dataSourceTable: ANY,
  dataSourceFormula: ANY,
  chipRuns: ANY,
} satisfies Shape;

export const ROW_DATA = { values: CELL_DATA } satisfies Shape;
