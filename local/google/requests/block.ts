import { cellAt, type Edit } from '../book/edit.ts';
import { effective, formatOf, isError, ruleOf } from '../book/effective.ts';
import { followCut, moveReferences } from '../book/formulas-follow.ts';
import { checkedBox, covers, overlaps } from '../book/ranges.ts';
import type { Box, Cell, Format, GridRange, Sheet } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { handler, rangeOf } from './context.ts';

type PasteType = string;

/** Copies; a destination larger than the source is filled with repetitions, a smaller one is overrun. */
export const copyPaste = handler<{
  source?: GridRange;
  destination?: GridRange;
  pasteType?: PasteType;
  pasteOrientation?: string;
}>((edit, { source, destination, pasteType = 'PASTE_NORMAL', pasteOrientation }) => {
  if (!source || !destination) throw invalid('source and destination are required.');
  const turned = pasteOrientation === 'TRANSPOSE';
  const from = edit.sheet(source.sheetId ?? 0);
  const to = edit.sheet(destination.sheetId ?? 0);
  const src = checkedBox(source, from);
  const dst = checkedBox(destination, to);
  const [height, width] = turned ? [src.c1 - src.c0, src.r1 - src.r0] : [src.r1 - src.r0, src.c1 - src.c0];
  if (height === 0 || width === 0) return undefined;
  const rows = Math.max(1, Math.floor((dst.r1 - dst.r0) / height)) * height;
  const columns = Math.max(1, Math.floor((dst.c1 - dst.c0) / width)) * width;
  const box = { r0: dst.r0, c0: dst.c0, r1: dst.r0 + rows, c1: dst.c0 + columns };
  room(to, box);
  edit.guard(to, box);
  if (pasteType === 'PASTE_CONDITIONAL_FORMATTING') {
    pasteConditions(from, src, to, box);
    return undefined;
  }
  const block = pick(from, src);
  const worth = pasteType === 'PASTE_VALUES' ? worths(edit, from, src) : undefined;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const [di, dj] = turned ? [j % width, i % height] : [i % height, j % width];
      const cell = worth ? worth[di]?.[dj] : block[di]?.[dj];
      paste(edit, from, to, cell, [src.r0 + di, src.c0 + dj], [box.r0 + i, box.c0 + j], pasteType);
    }
  if (pasteType === 'PASTE_NORMAL' && !turned) pasteMerges(from, src, to, box);
  return undefined;
});

/** Cells with what their formulas give in place of the formulas. */
function worths(edit: Edit, sheet: Sheet, box: Box): (Cell | undefined)[][] {
  const now = { ...edit.book };
  return pick(sheet, box).map((line, i) =>
    line.map((cell, j) => {
      if (cell?.x === undefined) return cell;
      const { x: _x, ...rest } = cell;
      const value = effective(now, sheet, box.r0 + i, cell, box.c0 + j);
      return value === undefined || isError(value)
        ? { ...rest, v: isError(value) ? value.error : '' }
        : { ...rest, v: value };
    }),
  );
}

/** Merges within the source are made again in the destination, where old ones give way. */
function pasteMerges(from: Sheet, src: Box, to: Sheet, dst: Box): void {
  const inner = from.merges.filter((m) => covers(rangeOf(from, src), m));
  if (inner.length === 0) return;
  const rows = src.r1 - src.r0;
  const columns = src.c1 - src.c0;
  const copies: GridRange[] = [];
  for (let r = dst.r0; r < dst.r1; r += rows)
    for (let c = dst.c0; c < dst.c1; c += columns)
      copies.push(...inner.map((m) => moved(m, to, r - src.r0, c - src.c0)));
  to.merges = [...to.merges.filter((m) => !overlaps(m, dst)), ...copies];
}

function pasteConditions(from: Sheet, src: Box, to: Sheet, dst: Box): void {
  const added = from.conditional
    .filter((rule) => rule.ranges.some((range) => overlaps(range, src)))
    .map((rule) => ({ ...rule, ranges: [rangeOf(to, dst)] }));
  to.conditional = [...to.conditional, ...added];
}

const moved = (range: GridRange, to: Sheet, rows: number, columns: number): GridRange => ({
  sheetId: to.id,
  startRowIndex: (range.startRowIndex ?? 0) + rows,
  endRowIndex: (range.endRowIndex ?? 0) + rows,
  startColumnIndex: (range.startColumnIndex ?? 0) + columns,
  endColumnIndex: (range.endColumnIndex ?? 0) + columns,
});

/** Moves a block and empties where it was. Formulas that named its cells follow; those within it keep what they name. */
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
  if (r0 < 0 || c0 < 0) throw invalid('The destination must not be negative.');
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
  if (VALUES.has(pasteType)) followCut(edit, from, src, to, r0, c0);
  return undefined;
});

export function pick(sheet: Sheet, box: Box): (Cell | undefined)[][] {
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

const VALUES = new Set(['PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_FORMULA', 'PASTE_NO_BORDERS']);

const without = ({ borders: _borders, ...rest }: Format): Format => rest;

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
  const values = VALUES.has(type);
  const looks = type === 'PASTE_NORMAL' || type === 'PASTE_FORMAT' || type === 'PASTE_NO_BORDERS';
  const rules = type === 'PASTE_NORMAL' || type === 'PASTE_DATA_VALIDATION' || type === 'PASTE_NO_BORDERS';
  const { v: oldV, x: oldX, f: oldF, d: oldD, n: oldN, o: oldO } = old ?? {};
  const x = cell?.x !== undefined && !cut ? moveReferences(cell.x, row - r, column - c) : cell?.x;
  const own = looks ? formatOf(from, r, c, cell) : undefined;
  const format = type === 'PASTE_NO_BORDERS' && own ? without(own) : own;
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
