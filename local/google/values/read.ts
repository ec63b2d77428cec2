import { type Located, locate } from '../book/a1.ts';
import { cellAt } from '../book/edit.ts';
import { echo } from '../book/ranges.ts';
import type { Workbook } from '../book/types.ts';
import { Lines } from './lines.ts';
import { type RenderOptions, rendered } from './render.ts';

export interface ValueRange {
  readonly range: string;
  readonly majorDimension: 'ROWS' | 'COLUMNS';
  readonly values?: Lines | readonly (readonly unknown[])[];
}

/** The values of a range: trailing empty cells and rows are left out, empty ones between are `""` and `[]`. */
export function readRange(book: Workbook, at: Located, options: RenderOptions): ValueRange {
  const range = echo(at.sheet, at.box);
  const values = options.columns ? byColumns(book, at, options) : byRows(book, at, options);
  const dimension = options.columns ? 'COLUMNS' : 'ROWS';
  return values.length === 0 ? { range, majorDimension: dimension } : { range, majorDimension: dimension, values };
}

function byRows(book: Workbook, at: Located, options: RenderOptions): Lines {
  const { sheet, box } = at;
  const uids = sheet.columns.slice(box.c0, box.c1).map((column) => column.uid);
  const lines = new Lines(sheet, box, options, (r, cells) => {
    const line: unknown[] = [];
    let end = 0;
    for (let i = 0; i < uids.length; i++) {
      const cell = cells[uids[i] as number];
      const value = cell === undefined ? '' : rendered(book, sheet, r, box.c0 + i, cell, options);
      line.push(value);
      if (value !== '') end = i + 1;
    }
    line.length = end;
    return line;
  });
  return lines;
}

function byColumns(book: Workbook, { sheet, box }: Located, options: RenderOptions): unknown[][] {
  const lines: unknown[][] = [];
  let full = 0;
  for (let c = box.c0; c < box.c1; c++) {
    const line: unknown[] = [];
    let end = 0;
    for (let r = box.r0; r < box.r1; r++) {
      const value = rendered(book, sheet, r, c, cellAt(sheet, r, c), options);
      line.push(value);
      if (value !== '') end = line.length;
    }
    line.length = end;
    lines.push(line);
    if (end > 0) full = lines.length;
  }
  lines.length = full;
  return lines;
}

export const readA1 = (book: Workbook, range: string, options: RenderOptions): ValueRange =>
  readRange(book, locate(book, range), options);
