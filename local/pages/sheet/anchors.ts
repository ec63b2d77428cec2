import type { SheetView } from '../../google/index.ts';
import { Refusal } from '../http.ts';
import { columnLetters, headerRowOf, textsOf } from './view.ts';

/** A row as somebody sees it: where it stood, its ID if it has one, and its texts. The program may have moved it since. */
export interface Anchor {
  readonly row: number;
  readonly id: string;
  readonly seen: readonly string[];
}

const MOVED =
  'The sheet changed in the same moment and the row is no longer there. Nothing was written; please look again.';

/** Where the row stands now: found by its ID, else by what stands in it. */
export function rowNow(sheet: SheetView, { row, id, seen }: Anchor): number {
  const column = sheet.header.indexOf('ID');
  const idAt = (r: number): string => (column < 0 ? '' : (sheet.rows[r]?.[column]?.text ?? ''));
  const rows = Object.keys(sheet.rows).map(Number);
  if (id !== '') {
    if (idAt(row) === id) return row;
    const found = rows.filter((r) => r !== headerRowOf(sheet) && idAt(r) === id);
    if (found.length !== 1) throw new Refusal(409, MOVED);
    return found[0] as number;
  }
  const looks = ownTexts(sheet, seen);
  const same = (r: number): boolean => ownTexts(sheet, textsOf(sheet, r)) === looks;
  if (same(row)) return row;
  const found = looks === '' ? [] : rows.filter(same);
  if (found.length === 1) return found[0] as number;
  if (idAt(row) === '' && row !== headerRowOf(sheet)) return row;
  throw new Refusal(409, MOVED);
}

/** What staff and people wrote in a row: the program may have filled its own columns meanwhile. */
const ownTexts = (sheet: SheetView, texts: readonly string[]): string =>
  texts
    .map((text, c) => (isProgramColumn(sheet, c) ? '' : text))
    .join('\t')
    .replace(/\t+$/, '');

const isProgramColumn = (sheet: SheetView, c: number): boolean =>
  sheet.protectedRanges.some(
    ({ range: { startColumnIndex = 0, endColumnIndex = Number.POSITIVE_INFINITY } }) =>
      startColumnIndex <= c && c < endColumnIndex,
  );

/** Where a column stands now; staff at another window may have moved it. */
export function columnNow(sheet: SheetView, column: number, title: string): number {
  const titleAt = (c: number): string => sheet.header[c] || columnLetters(c);
  if (headerRowOf(sheet) < 0 || titleAt(column) === title) return column;
  const found = sheet.header.flatMap((_, c) => (titleAt(c) === title ? [c] : []));
  if (found.length !== 1)
    throw new Refusal(409, 'The columns changed in the same moment. Nothing was written; please look again.');
  return found[0] as number;
}
