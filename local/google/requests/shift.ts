import type { Edit } from '../book/edit.ts';
import { checkedBox } from '../book/ranges.ts';
import type { Box, Cell, GridRange, Sheet } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { pick } from './block.ts';
import { handler } from './context.ts';

/** Makes room for blank cells by shifting what is there; what passes the edge makes the grid grow. */
export const insertRange = handler<{ range?: GridRange; shiftDimension?: string }>(
  (edit, { range, shiftDimension }) => {
    if (!range) throw invalid('range is required.');
    const sheet = edit.sheet(range.sheetId ?? 0);
    const box = checkedBox(range, sheet);
    const down = byRows(shiftDimension);
    const rest = down ? { ...box, r1: sheet.rows.length } : { ...box, c1: sheet.columns.length };
    const by = down ? box.r1 - box.r0 : box.c1 - box.c0;
    edit.guard(sheet, rest);
    const block = pick(sheet, rest);
    const lost = down
      ? block.slice(-by).some((line) => line.some(Boolean))
      : block.some((line) => line.slice(-by).some(Boolean));
    if (lost) throw invalid('The shifted cells would not fit into the grid.');
    slide(edit, sheet, rest, block, down, by);
    return undefined;
  },
);

export const deleteRange = handler<{ range?: GridRange; shiftDimension?: string }>(
  (edit, { range, shiftDimension }) => {
    if (!range) throw invalid('range is required.');
    const sheet = edit.sheet(range.sheetId ?? 0);
    const box = checkedBox(range, sheet);
    const down = byRows(shiftDimension);
    const rest = down ? { ...box, r1: sheet.rows.length } : { ...box, c1: sheet.columns.length };
    edit.guard(sheet, rest);
    slide(edit, sheet, rest, pick(sheet, rest), down, down ? box.r0 - box.r1 : box.c0 - box.c1);
    return undefined;
  },
);

function byRows(dimension: string | undefined): boolean {
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw invalid('shiftDimension must be specified.');
  return dimension === 'ROWS';
}

function slide(edit: Edit, sheet: Sheet, box: Box, block: (Cell | undefined)[][], down: boolean, by: number): void {
  for (let r = box.r0; r < box.r1; r++)
    for (let c = box.c0; c < box.c1; c++)
      edit.put(sheet, r, c, block[down ? r - by - box.r0 : r - box.r0]?.[down ? c - box.c0 : c - by - box.c0]);
}
