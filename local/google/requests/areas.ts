import type { Edit } from '../book/edit.ts';
import { boxOf, covers } from '../book/ranges.ts';
import type { Area, Cell, Format, GridRange, Rule, Sheet } from '../book/types.ts';

/**
 * Lays a format over a range. Cells with a format of their own are changed one by one, the rest through one area,
 * so that colouring a column costs one entry and not a thousand cells.
 */
export function addFormatArea(edit: Edit, sheet: Sheet, range: GridRange, change: (old: Format) => Format): void {
  eachCell(edit, sheet, range, (cell) => (cell.f === undefined ? cell : { ...cell, f: change(cell.f) }));
  const same = sheet.areas.findLast((a) => a.format && covers(a.range, range) && covers(range, a.range));
  const format = change(same?.format ?? {});
  const kept = sheet.areas.filter((a) => a !== same);
  sheet.areas = [...kept, { range: { ...range, sheetId: sheet.id }, format }];
}

/** Lays a validation rule over a range, or takes rules away there when there is none. */
export function addRuleArea(edit: Edit, sheet: Sheet, range: GridRange, rule: Rule | undefined): void {
  eachCell(edit, sheet, range, (cell) => {
    const { d, ...rest } = cell;
    return d === undefined ? cell : rest;
  });
  const kept = sheet.areas.filter((a) => a.rule === undefined || !covers(range, a.range));
  const area: Area = { range: { ...range, sheetId: sheet.id }, rule: rule ?? null };
  sheet.areas = rule || kept.some((a) => a.rule) ? [...kept, area] : kept;
}

function eachCell(edit: Edit, sheet: Sheet, range: GridRange, change: (cell: Cell) => Cell): void {
  const box = boxOf(range, sheet);
  for (let r = box.r0; r < box.r1; r++) {
    const cells = sheet.rows[r]?.cells;
    if (!cells) continue;
    for (let c = box.c0; c < box.c1; c++) {
      const uid = sheet.columns[c]?.uid;
      const cell = uid === undefined ? undefined : cells[uid];
      if (!cell) continue;
      const fresh = change(cell);
      if (fresh !== cell) edit.put(sheet, r, c, Object.keys(fresh).length > 0 ? fresh : undefined);
    }
  }
}
