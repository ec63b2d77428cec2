import { cellAt } from '../book/edit.ts';
import { effective, formatOf } from '../book/effective.ts';
import { boxOf } from '../book/ranges.ts';
import type { FilterCriteria, Sheet, Workbook } from '../book/types.ts';
import { display } from './render.ts';

/** Rows the tab's filter hides from the eye; reads and writes reach them all the same. */
export function hiddenRows(book: Workbook, sheet: Sheet): Set<number> {
  const hidden = new Set<number>();
  const { filter } = sheet;
  if (!filter?.criteria) return hidden;
  const box = boxOf(filter.range, sheet);
  for (const [key, criteria] of Object.entries(filter.criteria)) {
    const column = Number(key);
    for (let r = box.r0 + 1; r < box.r1; r++) {
      const cell = cellAt(sheet, r, column);
      const text = display(effective(book, sheet, r, cell, column), formatOf(sheet, r, column, cell));
      if (hides(criteria, text)) hidden.add(r);
    }
  }
  return hidden;
}

function hides({ hiddenValues, condition }: FilterCriteria, text: string): boolean {
  if (hiddenValues?.includes(text)) return true;
  const value = condition?.values?.[0]?.userEnteredValue ?? '';
  const has = () => text.toLowerCase().includes(value.toLowerCase());
  switch (condition?.type) {
    case 'BLANK':
      return text !== '';
    case 'NOT_BLANK':
      return text === '';
    case 'TEXT_EQ':
      return text.toLowerCase() !== value.toLowerCase();
    case 'TEXT_CONTAINS':
      return !has();
    case 'TEXT_NOT_CONTAINS':
      return has();
    default:
      return false;
  }
}
