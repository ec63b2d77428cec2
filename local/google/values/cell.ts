import { cellAt } from '../book/edit.ts';
import { effective, formatOf, isError, mergeDeep, ruleOf } from '../book/effective.ts';
import { DEFAULT_FORMAT } from '../book/json.ts';
import type { Effective, Format, Sheet, Workbook } from '../book/types.ts';
import { type Mask, project, sub } from '../server/fields.ts';
import { display } from './render.ts';

/** Makes CellData of one cell after another, only what the mask asks; `undefined` when there is nothing to say. */
export function cellWriter(book: Workbook, sheet: Sheet, mask: Mask) {
  const wanted = (name: string): Mask | undefined => sub(mask, name);
  const entered = wanted('userEnteredValue');
  const worth = wanted('effectiveValue');
  const text = wanted('formattedValue');
  const format = wanted('userEnteredFormat');
  const shownFormat = wanted('effectiveFormat');
  const note = wanted('note');
  const validation = wanted('dataValidation');
  const needsFormat = format !== undefined || shownFormat !== undefined || text !== undefined;
  return (row: number, column: number): object | undefined => {
    const cell = cellAt(sheet, row, column);
    if (!cell && sheet.areas.length === 0) return undefined;
    const result: Record<string, unknown> = {};
    let any = false;
    const add = (name: string, value: unknown, inner: Mask): void => {
      result[name] = project(value, inner);
      any = true;
    };
    const value = cell ? effective(book, sheet, row, cell, column) : undefined;
    const some = value !== undefined && value !== '';
    const look =
      needsFormat && (typeof value === 'number' || format || shownFormat)
        ? formatOf(sheet, row, column, cell)
        : undefined;
    if (entered && cell && (some || cell.x !== undefined))
      add('userEnteredValue', cell.x === undefined ? extended(value) : { formulaValue: cell.x }, entered);
    if (some && worth) add('effectiveValue', extended(value), worth);
    if (some && text) add('formattedValue', display(value, look), text);
    const own = look && (format || shownFormat) && Object.keys(look).length > 0 ? formatJson(look) : undefined;
    if (own && format) add('userEnteredFormat', own, format);
    if (shownFormat && (own || some))
      add('effectiveFormat', own ? mergeDeep(DEFAULT_FORMAT, own) : DEFAULT_FORMAT, shownFormat);
    if (cell?.n !== undefined && note) add('note', cell.n, note);
    const rule = validation && ruleOf(sheet, row, column, cell);
    if (rule && validation) add('dataValidation', rule, validation);
    for (const [name, other] of Object.entries(cell?.o ?? {})) {
      const inner = wanted(name);
      if (inner && other !== undefined) add(name, other, inner);
    }
    return any ? result : undefined;
  };
}

/** A format as Google gives it back: colours in both spellings, and no line where one was taken away. */
function formatJson(format: Format): Format {
  const result: Record<string, unknown> = { ...styled(format, 'backgroundColor') };
  if (isRecord(format.textFormat)) result.textFormat = styled(format.textFormat, 'foregroundColor');
  if (isRecord(format.borders)) {
    const lines = Object.entries(format.borders).filter(([, line]) => !isRecord(line) || line.style !== 'NONE');
    if (lines.length > 0) result.borders = Object.fromEntries(lines);
    else delete result.borders;
  }
  return result;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function styled(format: Record<string, unknown>, name: string): Record<string, unknown> {
  const style = format[`${name}Style`];
  const rgb = isRecord(style) ? style.rgbColor : undefined;
  if (rgb !== undefined) return { ...format, [name]: rgb };
  if (format[name] === undefined || style !== undefined) return format;
  return { ...format, [`${name}Style`]: { rgbColor: format[name] } };
}

function extended(value: Effective): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (isError(value)) return { errorValue: { type: ERROR_TYPES[value.error], message: value.message } };
  return {};
}

const ERROR_TYPES = {
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
  '#ERROR!': 'ERROR',
} as const;
