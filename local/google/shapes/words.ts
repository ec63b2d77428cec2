import { choice } from './shape.ts';

/** The enums of the Sheets API that this server reads. */
export const DIMENSION = choice('Dimension', 'ROWS', 'COLUMNS');
export const SORT_ORDER = choice('SortOrder', 'ASCENDING', 'DESCENDING');
export const SHEET_TYPE = choice('SheetType', 'GRID', 'OBJECT', 'DATA_SOURCE');
export const RECALCULATION = choice('RecalculationInterval', 'ON_CHANGE', 'MINUTE', 'HOUR');
export const MERGE_TYPE = choice('MergeCellsRequest.MergeType', 'MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS');
export const PASTE_TYPE = choice(
  'PasteType',
  'PASTE_NORMAL',
  'PASTE_VALUES',
  'PASTE_FORMAT',
  'PASTE_NO_BORDERS',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_CONDITIONAL_FORMATTING',
);
export const PASTE_ORIENTATION = choice('PasteOrientation', 'NORMAL', 'TRANSPOSE');
export const VISIBILITY = choice('DeveloperMetadataVisibility', 'DOCUMENT', 'PROJECT');
export const LOCATION_TYPE = choice('DeveloperMetadataLocationType', 'ROW', 'COLUMN', 'SHEET', 'SPREADSHEET');
export const MATCHING = choice('DeveloperMetadataLocationMatchingStrategy', 'EXACT_LOCATION', 'INTERSECTING_LOCATION');
export const NUMBER_TYPE = choice(
  'NumberFormat.NumberFormatType',
  'TEXT',
  'NUMBER',
  'PERCENT',
  'CURRENCY',
  'DATE',
  'TIME',
  'DATE_TIME',
  'SCIENTIFIC',
);
export const HORIZONTAL = choice('HorizontalAlign', 'LEFT', 'CENTER', 'RIGHT');
export const VERTICAL = choice('VerticalAlign', 'TOP', 'MIDDLE', 'BOTTOM');
export const WRAP = choice('CellFormat.WrapStrategy', 'OVERFLOW_CELL', 'LEGACY_WRAP', 'CLIP', 'WRAP');
export const DIRECTION = choice('TextDirection', 'LEFT_TO_RIGHT', 'RIGHT_TO_LEFT');
export const LINK_DISPLAY = choice('CellFormat.HyperlinkDisplayType', 'LINKED', 'PLAIN_TEXT');
export const THEME_COLOR = choice(
  'ThemeColorType',
  'TEXT',
  'BACKGROUND',
  'ACCENT1',
  'ACCENT2',
  'ACCENT3',
  'ACCENT4',
  'ACCENT5',
  'ACCENT6',
  'LINK',
);
export const LINE = choice('Style', 'DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'NONE', 'DOUBLE');
export const RELATIVE_DATE = choice(
  'RelativeDate',
  'PAST_YEAR',
  'PAST_MONTH',
  'PAST_WEEK',
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
);
export const CONDITION_TYPE = choice(
  'ConditionType',
  ...['NUMBER_GREATER', 'NUMBER_GREATER_THAN_EQ', 'NUMBER_LESS', 'NUMBER_LESS_THAN_EQ', 'NUMBER_EQ', 'NUMBER_NOT_EQ'],
  ...['NUMBER_BETWEEN', 'NUMBER_NOT_BETWEEN', 'TEXT_CONTAINS', 'TEXT_NOT_CONTAINS', 'TEXT_STARTS_WITH'],
  ...['TEXT_ENDS_WITH', 'TEXT_EQ', 'TEXT_IS_EMAIL', 'TEXT_IS_URL', 'DATE_EQ', 'DATE_BEFORE', 'DATE_AFTER'],
  ...['DATE_ON_OR_BEFORE', 'DATE_ON_OR_AFTER', 'DATE_BETWEEN', 'DATE_NOT_BETWEEN', 'DATE_IS_VALID', 'ONE_OF_RANGE'],
  ...['ONE_OF_LIST', 'BLANK', 'NOT_BLANK', 'CUSTOM_FORMULA', 'BOOLEAN', 'TEXT_NOT_EQ', 'DATE_NOT_EQ'],
  'FILTER_EXPRESSION',
);
export const DELIMITER = choice(
  'TextToColumnsRequest.DelimiterType',
  ...['COMMA', 'SEMICOLON', 'PERIOD', 'SPACE', 'CUSTOM', 'AUTODETECT'],
);
export const VALUE_INPUT = choice('ValueInputOption', 'RAW', 'USER_ENTERED');
export const VALUE_RENDER = choice('ValueRenderOption', 'FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA');
export const DATE_RENDER = choice('DateTimeRenderOption', 'SERIAL_NUMBER', 'FORMATTED_STRING');
