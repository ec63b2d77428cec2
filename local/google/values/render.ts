import { effective, formatOf, isError } from '../book/effective.ts';
import type { Cell, Effective, Format, Sheet, Workbook } from '../book/types.ts';
import { invalid, wrongType } from '../errors.ts';
import { formatted, isDateFormat } from '../typing/format.ts';

type ValueOption = 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
type DateOption = 'SERIAL_NUMBER' | 'FORMATTED_STRING';

export interface RenderOptions {
  readonly value: ValueOption;
  readonly date: DateOption;
  readonly columns: boolean;
}

/** Reads the three render options; throws Google's text for a word that is not among them. */
export function renderOptions(value?: string, date?: string, dimension?: string): RenderOptions {
  return {
    value: oneOf(
      'value_render_option',
      'ValueRenderOption',
      ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'],
      value,
    ),
    date: oneOf('date_time_render_option', 'DateTimeRenderOption', ['SERIAL_NUMBER', 'FORMATTED_STRING'], date),
    columns: majorDimension(dimension) === 'COLUMNS',
  };
}

export function majorDimension(text?: string): 'ROWS' | 'COLUMNS' {
  if (text === 'DIMENSION_UNSPECIFIED') return 'ROWS';
  return oneOf('major_dimension', 'Dimension', ['ROWS', 'COLUMNS'], text);
}

function oneOf<T extends string>(field: string, type: string, allowed: readonly [T, ...T[]], text?: string): T {
  if (text === undefined || text === '') return allowed[0];
  const found = allowed.find((a) => a === text);
  if (found) return found;
  throw wrongType(field, `Invalid value at '${field}' (type.googleapis.com/google.apps.sheets.v4.${type}), "${text}"`);
}

export const insertOption = (text: string | null): 'OVERWRITE' | 'INSERT_ROWS' =>
  oneOf(
    'insert_data_option',
    'AppendValuesRequest.InsertDataOption',
    ['OVERWRITE', 'INSERT_ROWS'],
    text === 'INSERT_DATA_OPTION_UNSPECIFIED' ? undefined : (text ?? undefined),
  );

export function inputOption(text?: string): 'RAW' | 'USER_ENTERED' {
  if (text === 'RAW' || text === 'USER_ENTERED') return text;
  if (text === undefined || text === '' || text === 'INPUT_VALUE_OPTION_UNSPECIFIED')
    throw invalid("'valueInputOption' is required but not specified");
  throw wrongType(
    'value_input_option',
    `Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), "${text}"`,
  );
}

/** One cell as `values.get` gives it; an empty one is `""`. */
export function rendered(
  book: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  cell: Cell | undefined,
  options: RenderOptions,
): string | number | boolean {
  if (!cell) return '';
  if (options.value === 'FORMULA' && cell.x !== undefined) return cell.x;
  const value = effective(book, sheet, row, cell, column);
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (options.value === 'FORMATTED_VALUE') return display(value, formatOf(sheet, row, column, cell));
  if (isError(value)) return value.error;
  if (typeof value === 'number' && options.date === 'FORMATTED_STRING') {
    const format = formatOf(sheet, row, column, cell);
    if (isDateFormat(format)) return display(value, format);
  }
  return value;
}

/** The text a cell shows. */
export function display(value: Effective, format: Format | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return formatted(value, format);
}
