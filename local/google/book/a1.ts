import { invalid } from '../errors.ts';
import { boxOf, columnIndex, echo } from './ranges.ts';
import type { Box, GridRange, Sheet, Workbook } from './types.ts';

/** A range as somebody asked for it, held against the grid. */
export interface Located {
  readonly sheet: Sheet;
  /** clamped to the grid */
  readonly box: Box;
  /** the asker gave one corner only: a write may be as large as it likes */
  readonly open: boolean;
}

interface Rectangle {
  r0?: number;
  r1?: number;
  c0?: number;
  c1?: number;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/;
const R1C1 = /^[Rr]([1-9]\d*)[Cc]([1-9]\d*)$/;

/**
 * Reads A1 or R1C1 notation in all its spellings: `Sheet1!A1:B2`, `A1:B2` (first tab), `Sheet1`, `'My tab'!A:C`,
 * `A2:C`, `1:3`, `D4:A1`, a named range with or without a tab in front.
 * Throws 400 `Unable to parse range` or `Range (…) exceeds grid limits`.
 */
export function locate(book: Workbook, text: string): Located {
  const bad = () => invalid(`Unable to parse range: ${text}`);
  const { title, rest, quoted } = split(text, bad);
  if (title !== undefined && rest !== undefined) {
    const sheet = tab(book, title);
    if (!sheet) throw bad();
    const rectangle = parse(rest);
    if (rectangle) return held(sheet, rectangle, text);
    return named(book, rest, sheet.id) ?? fail(bad);
  }
  const bare = title ?? '';
  if (!quoted) {
    const rectangle = parse(bare);
    const first = book.sheets[0];
    if (rectangle && first) return held(first, rectangle, text);
  }
  const sheet = tab(book, bare);
  if (sheet) return { sheet, box: boxOf({}, sheet), open: false };
  return (quoted ? undefined : named(book, bare)) ?? fail(bad);
}

function fail(make: () => Error): never {
  throw make();
}

function split(text: string, bad: () => Error): { title?: string; rest?: string; quoted: boolean } {
  if (text.startsWith("'")) {
    let title = '';
    for (let i = 1; i < text.length; i++) {
      if (text[i] !== "'") title += text[i];
      else if (text[i + 1] === "'") title += text[i++];
      else if (i === text.length - 1) return { title, quoted: true };
      else if (text[i + 1] === '!') return { title, rest: text.slice(i + 2), quoted: true };
      else throw bad();
    }
    throw bad();
  }
  const bang = text.lastIndexOf('!');
  return bang < 0
    ? { title: text, quoted: false }
    : { title: text.slice(0, bang), rest: text.slice(bang + 1), quoted: false };
}

function tab(book: Workbook, title: string): Sheet | undefined {
  const exact = book.sheets.find((s) => s.title === title);
  if (exact) return exact;
  const lower = title.toLowerCase();
  return book.sheets.find((s) => s.title.toLowerCase() === lower);
}

function parse(text: string): Rectangle | undefined {
  const parts = text.split(':');
  if (parts.length > 2) return undefined;
  const [a, b] = parts.map(corner);
  if (!a) return undefined;
  if (parts.length === 1) {
    if (a.r === undefined || a.c === undefined) return undefined;
    return { r0: a.r, c0: a.c };
  }
  if (!b) return undefined;
  return rectangle(a, b);
}

interface Corner {
  r?: number;
  c?: number;
}

function corner(text: string): Corner | undefined {
  const numbered = R1C1.exec(text);
  if (numbered) return { r: Number(numbered[1]) - 1, c: Number(numbered[2]) - 1 };
  const match = CORNER.exec(text);
  if (!match || text === '') return undefined;
  const [, letters, digits] = match;
  if (letters === undefined && digits === undefined) return undefined;
  return {
    ...(digits === undefined ? {} : { r: Number(digits) - 1 }),
    ...(letters === undefined ? {} : { c: columnIndex(letters) }),
  };
}

/** Both corners give each side; where one corner names no row (or column), the other's is where the range starts. */
function rectangle(a: Corner, b: Corner): Rectangle | undefined {
  const result: Rectangle = {};
  if (a.r !== undefined && b.r !== undefined) {
    result.r0 = Math.min(a.r, b.r);
    result.r1 = Math.max(a.r, b.r) + 1;
  } else if (a.r !== undefined || b.r !== undefined) result.r0 = a.r ?? b.r ?? 0;
  if (a.c !== undefined && b.c !== undefined) {
    result.c0 = Math.min(a.c, b.c);
    result.c1 = Math.max(a.c, b.c) + 1;
  } else if (a.c !== undefined || b.c !== undefined) result.c0 = a.c ?? b.c ?? 0;
  return result;
}

function held(sheet: Sheet, { r0 = 0, c0 = 0, r1, c1 }: Rectangle, text: string): Located {
  const open = !text.slice(text.lastIndexOf('!') + 1).includes(':');
  const rows = sheet.rows.length;
  const columns = sheet.columns.length;
  const box = open
    ? { r0, c0, r1: r0 + 1, c1: c0 + 1 }
    : { r0, c0, r1: Math.min(r1 ?? rows, rows), c1: Math.min(c1 ?? columns, columns) };
  if (r0 >= rows || c0 >= columns) {
    const asked = echo(sheet, { r0, c0, r1: r1 ?? (open ? r0 + 1 : rows), c1: c1 ?? (open ? c0 + 1 : columns) });
    throw invalid(`Range (${asked}) exceeds grid limits. Max rows: ${rows}, max columns: ${columns}`);
  }
  return { sheet, box, open };
}

function named(book: Workbook, name: string, onSheet?: number): Located | undefined {
  const lower = name.toLowerCase();
  const found = book.named.find(
    (n) => n.name.toLowerCase() === lower && (onSheet === undefined || (n.range.sheetId ?? 0) === onSheet),
  );
  const sheet = found && book.sheets.find((s) => s.id === (found.range.sheetId ?? 0));
  return sheet && { sheet, box: boxOf(found.range, sheet), open: false };
}

/** A GridRange of the body, held against the grid. */
export function locateGrid(book: Workbook, range: GridRange): Located {
  const sheet = book.sheets.find((s) => s.id === (range.sheetId ?? 0));
  if (!sheet) throw invalid(`No grid with id: ${range.sheetId ?? 0}`);
  const box = boxOf(range, sheet);
  if (box.r0 >= sheet.rows.length || box.c0 >= sheet.columns.length)
    throw invalid(
      `Range (${echo(sheet, { ...box, r1: Math.max(box.r1, box.r0 + 1), c1: Math.max(box.c1, box.c0 + 1) })}) exceeds grid limits. Max rows: ${sheet.rows.length}, max columns: ${sheet.columns.length}`,
    );
  return { sheet, box, open: false };
}
