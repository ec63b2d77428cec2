import { cellAt } from '../book/edit.ts';
import { effective, formatOf, isError, ruleOf } from '../book/effective.ts';
import type { Effective, Sheet, Workbook } from '../book/types.ts';
import { type Mask, sub } from '../server/fields.ts';
import { display } from './render.ts';

/** CellData of one cell, only what the mask asks; `{}` when there is nothing. */
export function cellJson(book: Workbook, sheet: Sheet, row: number, column: number, mask: Mask): object {
  const cell = cellAt(sheet, row, column);
  if (!cell && sheet.areas.length === 0) return {};
  const wants = (name: string): boolean => sub(mask, name) !== undefined;
  const result: Record<string, unknown> = {};
  const format =
    wants('userEnteredFormat') || wants('effectiveFormat') || wants('formattedValue')
      ? formatOf(sheet, row, column, cell)
      : undefined;
  const value = cell ? effective(book, sheet, row, cell, column) : undefined;
  const some = value !== undefined && value !== '';
  if (wants('userEnteredValue') && cell) {
    if (cell.x !== undefined) result.userEnteredValue = { formulaValue: cell.x };
    else if (some) result.userEnteredValue = extended(value);
  }
  if (some && wants('effectiveValue')) result.effectiveValue = extended(value);
  if (some && wants('formattedValue')) result.formattedValue = display(value, format);
  if (format && wants('userEnteredFormat') && Object.keys(format).length > 0) result.userEnteredFormat = format;
  if (format && some && wants('effectiveFormat')) result.effectiveFormat = format;
  if (cell?.n !== undefined && wants('note')) result.note = cell.n;
  if (wants('dataValidation')) {
    const rule = ruleOf(sheet, row, column, cell);
    if (rule) result.dataValidation = rule;
  }
  for (const [name, other] of Object.entries(cell?.o ?? {}))
    if (wants(name) && other !== undefined) result[name] = other;
  return result;
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
