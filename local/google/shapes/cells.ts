import { ANY, BOOLEAN, DOUBLE, INT, list, type Message, STRING } from './shape.ts';
import * as words from './words.ts';

export const GRID_RANGE = {
  sheetId: INT,
  startRowIndex: INT,
  endRowIndex: INT,
  startColumnIndex: INT,
  endColumnIndex: INT,
} satisfies Message;

export const DIMENSION_RANGE = {
  sheetId: INT,
  dimension: words.DIMENSION,
  startIndex: INT,
  endIndex: INT,
} satisfies Message;

export const COORDINATE = { sheetId: INT, rowIndex: INT, columnIndex: INT } satisfies Message;

export const COLOR = { red: DOUBLE, green: DOUBLE, blue: DOUBLE, alpha: DOUBLE } satisfies Message;
export const COLOR_STYLE = { rgbColor: COLOR, themeColor: words.THEME_COLOR } satisfies Message;

const TEXT_FORMAT = {
  foregroundColor: COLOR,
  foregroundColorStyle: COLOR_STYLE,
  fontFamily: STRING,
  fontSize: INT,
  bold: BOOLEAN,
  italic: BOOLEAN,
  strikethrough: BOOLEAN,
  underline: BOOLEAN,
  link: { uri: STRING },
} satisfies Message;

export const BORDER = { style: words.LINE, width: INT, color: COLOR, colorStyle: COLOR_STYLE } satisfies Message;

export const CELL_FORMAT = {
  numberFormat: { type: words.NUMBER_TYPE, pattern: STRING },
  backgroundColor: COLOR,
  backgroundColorStyle: COLOR_STYLE,
  borders: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER },
  padding: { top: INT, right: INT, bottom: INT, left: INT },
  horizontalAlignment: words.HORIZONTAL,
  verticalAlignment: words.VERTICAL,
  wrapStrategy: words.WRAP,
  textDirection: words.DIRECTION,
  textFormat: TEXT_FORMAT,
  hyperlinkDisplayType: words.LINK_DISPLAY,
  textRotation: { angle: INT, vertical: BOOLEAN },
} satisfies Message;

export const CONDITION = {
  type: words.CONDITION_TYPE,
  values: list({ userEnteredValue: STRING, relativeDate: words.RELATIVE_DATE }),
} satisfies Message;

export const RULE = {
  condition: CONDITION,
  inputMessage: STRING,
  strict: BOOLEAN,
  showCustomUi: BOOLEAN,
} satisfies Message;

const EXTENDED_VALUE = {
  numberValue: DOUBLE,
  stringValue: STRING,
  boolValue: BOOLEAN,
  formulaValue: STRING,
  errorValue: { type: STRING, message: STRING },
} satisfies Message;

export const CELL_DATA = {
  userEnteredValue: EXTENDED_VALUE,
  effectiveValue: EXTENDED_VALUE,
  formattedValue: STRING,
  userEnteredFormat: CELL_FORMAT,
  effectiveFormat: CELL_FORMAT,
  hyperlink: STRING,
  note: STRING,
  textFormatRuns: list({ startIndex: INT, format: TEXT_FORMAT }),
  dataValidation: RULE,
  pivotTable: ANY,
  dataSourceTable: ANY,
  dataSourceFormula: ANY,
  chipRuns: list(ANY),
} satisfies Message;

export const ROW_DATA = { values: list(CELL_DATA) } satisfies Message;
