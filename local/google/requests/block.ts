import { cellAt, type Edit } from '../book/edit.ts';
import { formatOf, ruleOf } from '../book/effective.ts';
import { moveReferences } from '../book/formulas-follow.ts';
import { checkedBox } from '../book/ranges.ts';
import type { Box, Cell, GridRange, Sheet } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { handler } from './context.ts';

type PasteType = 'PASTE_NORMAL' | 'PASTE_VALUES' | 'PASTE_FORMAT' | 'PASTE_DATA_VALIDATION' | string;

/** Copies; a destination larger than the source is filled with repetitions, a smaller one is overrun. */
export const copyPaste = handler<{
  source?: GridRange;
  destination?: GridRange;
  pasteType?: PasteType;
  pasteOrientation?: string;
}>((edit, { source, destination, pasteType = 'PASTE_NORMAL', pasteOrientation }) => {
  if (!source || !destination) throw invalid('source and destination are required.');
  if (pasteOrientation === 'TRANSPOSE') throw invalid('TRANSPOSE is not supported here.');
  const from = edit.sheet(source.sheetId ?? 0);
  const to = edit.sheet(destination.sheetId ?? 0);
  const src = checkedBox(source, from);
  const dst = checkedBox(destination, to);
  const height = src.r1 - src.r0;
  const width = src.c1 - src.c0;
  const rows = Math.max(1, Math.floor((dst.r1 - dst.r0) / height)) * height;
  const columns = Math.max(1, Math.floor((dst.c1 - dst.c0) / width)) * width;
  const box = { r0: dst.r0, c0: dst.c0, r1: dst.r0 + rows, c1: dst.c0 + columns };
  room(to, box);
  edit.guard(to, box);
  const block = pick(from, src);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const [r, c] = [src.r0 + (i % height), src.c0 + (j % width)];
      paste(edit, from, to, block[i % height]?.[j % width], [r, c], [box.r0 + i, box.c0 + j], pasteType);
    }
  return undefined;
});

/** Moves a block and empties where it was. References in formulas stay as they are, as with cut in the grid. */
export const cutPaste = handler<{
  source?: GridRange;
  destination?: { sheetId?: number; rowIndex?: number; columnIndex?: number };
  pasteType?: PasteType;
}>((edit, { source, destination = {}, pasteType = 'PASTE_NORMAL' }) => {
  if (!source) throw invalid('source is required.');
  const from = edit.sheet(source.sheetId ?? 0);
  const to = edit.sheet(destination.sheetId ?? 0);
  const src = checkedBox(source, from);
  const { rowIndex: r0 = 0, columnIndex: c0 = 0 } = destination;
  const box = { r0, c0, r1: r0 + src.r1 - src.r0, c1: c0 + src.c1 - src.c0 };
  room(to, box);
  edit.guard(from, src);
  edit.guard(to, box);
  const block = pick(from, src);
  for (let r = src.r0; r < src.r1; r++) for (let c = src.c0; c < src.c1; c++) edit.put(from, r, c, undefined);
  block.forEach((line, i) => {
    line.forEach((cell, j) => {
      paste(edit, from, to, cell, [src.r0 + i, src.c0 + j], [r0 + i, c0 + j], pasteType, true);
    });
  });
  return undefined;
});

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

function pick(sheet: Sheet, box: Box): (Cell | undefined)[][] {
  const block: (Cell | undefined)[][] = [];
  for (let r = box.r0; r < box.r1; r++) {
    const line: (Cell | undefined)[] = [];
    for (let c = box.c0; c < box.c1; c++) line.push(cellAt(sheet, r, c));
    block.push(line);
  }
  return block;
}

function room(sheet: Sheet, box: Box): void {
  if (box.r1 > sheet.rows.length || box.c1 > sheet.columns.length)
    throw invalid(
      `The destination exceeds grid limits. Max rows: ${sheet.rows.length}, max columns: ${sheet.columns.length}`,
    );
}

function paste(
  edit: Edit,
  from: Sheet,
  to: Sheet,
  cell: Cell | undefined,
  [r, c]: [number, number],
  [row, column]: [number, number],
  type: PasteType,
  cut = false,
): void {
  const old = cellAt(to, row, column);
  const values = type !== 'PASTE_FORMAT' && type !== 'PASTE_DATA_VALIDATION';
  const looks = type === 'PASTE_NORMAL' || type === 'PASTE_FORMAT' || type === 'PASTE_NO_BORDERS';
  const rules = type === 'PASTE_NORMAL' || type === 'PASTE_DATA_VALIDATION' || type === 'PASTE_NO_BORDERS';
  const { v: oldV, x: oldX, f: oldF, d: oldD, n: oldN, o: oldO } = old ?? {};
  const x = cell?.x !== undefined && !cut ? moveReferences(cell.x, row - r, column - c) : cell?.x;
  const format = looks ? formatOf(from, r, c, cell) : undefined;
  const rule = rules ? ruleOf(from, r, c, cell) : undefined;
  const f = looks ? (format === formatOf(to, row, column, undefined) ? undefined : (format ?? {})) : oldF;
  const d = rules ? (rule === ruleOf(to, row, column, undefined) ? undefined : (rule ?? null)) : oldD;
  const next = {
    v: values ? cell?.v : oldV,
    x: values ? x : oldX,
    f,
    d,
    n: type === 'PASTE_NORMAL' ? cell?.n : oldN,
    o: values ? cell?.o : oldO,
  };
  const entries = Object.entries(next).filter(([, value]) => value !== undefined);
  edit.put(to, row, column, entries.length > 0 ? (Object.fromEntries(entries) as Cell) : undefined);
}
