import type { Edit } from '../book/edit.ts';
import type { Box, GridRange, Sheet } from '../book/types.ts';
import { invalid } from '../errors.ts';

/** Carries one request of a batch out on the edit and gives its reply, if it has one. */
export type Handler<T> = (edit: Edit, request: T) => object | undefined;

/** A handler for a request whose body was checked against the declared shapes before. */
export const handler =
  <T>(run: (edit: Edit, request: T) => object | undefined): Handler<unknown> =>
  (edit, request) =>
    run(edit, request as T);

export interface DimensionRange {
  readonly sheetId?: number;
  readonly dimension?: string;
  readonly startIndex?: number;
  readonly endIndex?: number;
}

export interface Span {
  readonly sheet: Sheet;
  readonly dim: 'ROWS' | 'COLUMNS';
  readonly start: number;
  readonly end: number;
}

/** A dimension range held against the grid; `grow` lets it reach past the end. */
export function span(edit: Edit, range: DimensionRange | undefined, grow = false): Span {
  if (!range) throw invalid('range is required.');
  const sheet = edit.sheet(range.sheetId ?? 0);
  const { dimension, startIndex: start = 0 } = range;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw invalid('dimension must be specified.');
  const size = dimension === 'ROWS' ? sheet.rows.length : sheet.columns.length;
  const end = range.endIndex ?? (grow ? start : size);
  if (start < 0 || end <= start) throw invalid(`Invalid dimension range: startIndex[${start}], endIndex[${end}].`);
  if (grow ? start > size : end > size)
    throw invalid(
      `Cannot ${grow ? 'insert' : 'access'} ${dimension.toLowerCase()} beyond the grid: ${start}-${end} of ${size}.`,
    );
  return { sheet, dim: dimension, start, end };
}

/** The box that a change of these rows or columns touches. */
export const spanBox = ({ sheet, dim, start, end }: Span) =>
  dim === 'ROWS'
    ? { r0: start, r1: end, c0: 0, c1: sheet.columns.length }
    : { r0: 0, r1: sheet.rows.length, c0: start, c1: end };

/** `a.b,c(d,e)` or with slashes, as the list of its full paths; `*` is itself. */
export function paths(fields: string | undefined): string[] {
  if (fields === undefined || fields === '')
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const result: string[] = [];
  let word = '';
  const stack: string[] = [''];
  const flush = () => {
    if (word !== '') result.push(stack.at(-1) + word);
    word = '';
  };
  for (const char of fields.replaceAll('/', '.')) {
    if (char === ',') flush();
    else if (char === '(') {
      stack.push(`${stack.at(-1)}${word}.`);
      word = '';
    } else if (char === ')') {
      flush();
      stack.pop();
    } else word += char;
  }
  flush();
  return result;
}

/** Whether a path is named by the mask, itself or through a parent. */
export const masked = (mask: readonly string[], path: string): boolean =>
  mask.some((m) => m === '*' || m === path || path.startsWith(`${m}.`) || m.startsWith(`${path}.`));

export const rangeOf = (sheet: Sheet, { r0, r1, c0, c1 }: Box): GridRange => ({
  sheetId: sheet.id,
  startRowIndex: r0,
  endRowIndex: r1,
  startColumnIndex: c0,
  endColumnIndex: c1,
});
