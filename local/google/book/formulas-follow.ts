import type { Shift } from './dimensions.ts';
import { shiftIndex, shiftSpan } from './dimensions.ts';
import type { Dimension, Edit } from './edit.ts';
import { type Token, tokens } from './formula/parse.ts';
import { columnIndex, columnName, quoteTitle } from './ranges.ts';
import type { Box, Sheet } from './types.ts';

interface Corner {
  readonly column?: number;
  readonly row?: number;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
}

const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/;

function readCorner(text: string): Corner {
  const [, first = '', letters, second = '', digits] = CORNER.exec(text) ?? [];
  const onlyRow = letters === undefined;
  return {
    ...(letters === undefined ? {} : { column: columnIndex(letters) }),
    ...(digits === undefined ? {} : { row: Number(digits) - 1 }),
    fixedColumn: !onlyRow && first === '$',
    fixedRow: onlyRow ? first === '$' || second === '$' : second === '$',
  };
}

const cornerText = ({ column, row, fixedColumn, fixedRow }: Corner): string =>
  (column === undefined ? '' : (fixedColumn ? '$' : '') + columnName(column)) +
  (row === undefined ? '' : (fixedRow ? '$' : '') + (row + 1));

const parts = (text: string): { tab: string; corners: string[] } => {
  const bang = text.lastIndexOf('!');
  return { tab: text.slice(0, bang + 1), corners: text.slice(bang + 1).split(':') };
};

/** The formula with each of its references changed; a reference that is lost becomes `#REF!`. */
function rewrite(formula: string, change: (tab: string, corners: readonly Corner[]) => string | undefined): string {
  let list: Token[];
  try {
    list = tokens(formula.slice(1));
  } catch {
    // a text that is no formula keeps its words
    return formula;
  }
  const text = list.map((token) => {
    if (token.kind !== 'range') return token.text;
    const { tab, corners } = parts(token.text);
    return change(tab, corners.map(readCorner)) ?? '#REF!';
  });
  return `=${text.join('')}`;
}

/** A formula copied somewhere else: what has no `$` moves along. */
export function moveReferences(formula: string, rows: number, columns: number): string {
  return rewrite(formula, (tab, corners) => {
    const moved = corners.map((corner) => ({
      ...corner,
      ...(corner.row === undefined || corner.fixedRow ? {} : { row: corner.row + rows }),
      ...(corner.column === undefined || corner.fixedColumn ? {} : { column: corner.column + columns }),
    }));
    if (moved.some((c) => (c.row ?? 0) < 0 || (c.column ?? 0) < 0)) return undefined;
    return tab + moved.map(cornerText).join(':');
  });
}

/** Keeps every formula of the workbook pointing at the same cells after rows or columns were inserted, deleted or moved. */
export function shiftFormulas(edit: Edit, target: Sheet, dim: Dimension, shift: Shift): void {
  eachFormula(edit, (formula, on) =>
    rewrite(formula, (tab, corners) => shiftReference(tab, corners, on, target, dim, shift)),
  );
}

function shiftReference(
  tab: string,
  corners: readonly Corner[],
  on: Sheet,
  target: Sheet,
  dim: Dimension,
  shift: Shift,
): string | undefined {
  const same = tab + corners.map(cornerText).join(':');
  if (titleOf(tab, on) !== target.title.toLowerCase()) return same;
  const key = dim === 'ROWS' ? 'row' : 'column';
  const [a, b] = corners;
  if (!a) return same;
  if (!b) {
    const at = a[key];
    if (at === undefined) return same;
    const to = shiftIndex(at, shift);
    return to === undefined ? undefined : tab + cornerText({ ...a, [key]: to });
  }
  const end = b[key];
  const span = shiftSpan(a[key], end === undefined ? undefined : end + 1, shift, false);
  if (!span) return undefined;
  const from = span[0] === undefined ? a : { ...a, [key]: span[0] };
  const to = span[1] === undefined ? b : { ...b, [key]: span[1] - 1 };
  return `${tab}${cornerText(from)}:${cornerText(to)}`;
}

/** A tab got another name: formulas that named it follow. */
export function renameInFormulas(edit: Edit, from: string, to: string): void {
  eachFormula(edit, (formula, on) =>
    rewrite(formula, (tab, corners) => {
      const named = tab !== '' && titleOf(tab, on) === from.toLowerCase();
      return (named ? `${quoteTitle(to)}!` : tab) + corners.map(cornerText).join(':');
    }),
  );
}

/** Cells were cut from `from` and stand at `to` now: formulas that named them, or a range of nothing else, follow. */
export function followCut(edit: Edit, from: Sheet, box: Box, to: Sheet, row: number, column: number): void {
  const inside = ({ row: r, column: c }: Corner): boolean =>
    r !== undefined && c !== undefined && r >= box.r0 && r < box.r1 && c >= box.c0 && c < box.c1;
  eachFormula(edit, (formula, on) =>
    rewrite(formula, (tab, corners) => {
      const same = tab + corners.map(cornerText).join(':');
      if (titleOf(tab, on) !== from.title.toLowerCase() || !corners.every(inside)) return same;
      const moved = corners.map((corner) => ({
        ...corner,
        row: (corner.row ?? 0) + row - box.r0,
        column: (corner.column ?? 0) + column - box.c0,
      }));
      const here = to.id === on.id ? '' : `${quoteTitle(to.title)}!`;
      return (to.id === from.id ? tab : here) + moved.map(cornerText).join(':');
    }),
  );
}

const titleOf = (tab: string, on: Sheet): string =>
  (tab === '' ? on.title : tab.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")).toLowerCase();

/** Puts a changed text in place of every formula of the workbook. */
function eachFormula(edit: Edit, change: (formula: string, on: Sheet) => string): void {
  for (const { id } of edit.book.sheets) {
    const sheet = edit.book.sheets.find((s) => s.id === id);
    if (!sheet?.formulas) continue;
    sheet.rows.forEach((row, r) => {
      row?.cells.forEach((cell, uid) => {
        if (cell?.x === undefined) return;
        const x = change(cell.x, sheet);
        if (x !== cell.x) edit.row(edit.sheet(id), r).cells[uid] = { ...cell, x };
      });
    });
  }
}
