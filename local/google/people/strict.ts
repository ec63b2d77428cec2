import { cellAt } from '../book/edit.ts';
import { effective, formatOf, ruleOf } from '../book/effective.ts';
import { columnName } from '../book/ranges.ts';
import type { Sheet, Workbook } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { display } from '../values/render.ts';
import { choices } from './view.ts';

/** Refuses what a person typed where a strict dropdown or checkbox stands, as the grid does. The API is not held to it. */
export function checkStrict(book: Workbook, sheet: Sheet, row: number, column: number): void {
  const cell = cellAt(sheet, row, column);
  const rule = ruleOf(sheet, row, column, cell);
  const value = effective({ ...book }, sheet, row, cell, column);
  if (!rule?.strict || value === undefined || value === '') return;
  const type = rule.condition?.type ?? '';
  const text = display(value, formatOf(sheet, row, column, cell));
  const listed = type.startsWith('ONE_OF_') ? choices(book, rule).includes(text) : true;
  const ticked =
    type !== 'BOOLEAN' ||
    typeof value === 'boolean' ||
    (rule.condition?.values ?? []).some((v) => v.userEnteredValue === text);
  if (listed && ticked) return;
  const where = `${columnName(column)}${row + 1}`;
  throw invalid(
    rule.inputMessage ||
      `The data that you entered in cell ${where} violates the data validation rules set on this cell.`,
  );
}
