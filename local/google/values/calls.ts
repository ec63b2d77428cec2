import { locate } from '../book/a1.ts';
import type { Edit } from '../book/edit.ts';
import type { Workbook } from '../book/types.ts';
import { ApiError } from '../errors.ts';
import { readA1, readRange } from './read.ts';
import { inputOption, majorDimension, type RenderOptions, renderOptions } from './render.ts';
import { clearRange, type Written, writeA1 } from './write.ts';

type Body = Record<string, unknown>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const queryOptions = (query: URLSearchParams): RenderOptions =>
  renderOptions(
    query.get('valueRenderOption') ?? undefined,
    query.get('dateTimeRenderOption') ?? undefined,
    query.get('majorDimension') ?? undefined,
  );

export const get = (book: Workbook, range: string, query: URLSearchParams): object =>
  readA1(book, range, queryOptions(query));

export function batchGet(book: Workbook, query: URLSearchParams): object {
  const options = queryOptions(query);
  const ranges = query.getAll('ranges').map((range) => readA1(book, range, options));
  return { spreadsheetId: book.id, ...(ranges.length > 0 ? { valueRanges: ranges } : {}) };
}

/** The options under which a write gives back what it wrote. */
export function echoOptions(body: Body | URLSearchParams): RenderOptions | undefined {
  const of = (name: string): unknown => (body instanceof URLSearchParams ? (body.get(name) ?? undefined) : body[name]);
  if (String(of('includeValuesInResponse')).toLowerCase() !== 'true') return undefined;
  return renderOptions(text(of('responseValueRenderOption')), text(of('responseDateTimeRenderOption')));
}

/** UpdateValuesResponse; counts of nothing are left out. */
export function written(edit: Edit, result: Written, options: RenderOptions | undefined): object {
  const { sheet, box, range, rows, columns, cells } = result;
  return {
    spreadsheetId: edit.book.id,
    updatedRange: range,
    ...(cells > 0 ? { updatedRows: rows, updatedColumns: columns, updatedCells: cells } : {}),
    ...(options ? { updatedData: readRange({ ...edit.book }, { sheet, box, open: false }, options) } : {}),
  };
}

export function update(edit: Edit, range: string, body: Body, query: URLSearchParams): object {
  const input = inputOption(query.get('valueInputOption') ?? undefined);
  const byColumn = majorDimension(text(body.majorDimension)) === 'COLUMNS';
  sameRange(edit, range, text(body.range));
  return written(edit, writeA1(edit, range, body.values, input, byColumn), echoOptions(query));
}

function sameRange(edit: Edit, range: string, given: string | undefined): void {
  if (given === undefined || given === range) return;
  const [a, b] = [locate(edit.book, range), locate(edit.book, given)];
  if (a.sheet.id !== b.sheet.id || a.box.r0 !== b.box.r0 || a.box.c0 !== b.box.c0)
    throw new ApiError(
      400,
      'INVALID_ARGUMENT',
      `Requested writing within range [${given}], but the URL names [${range}]`,
    );
}

export function clear(edit: Edit, range: string): object {
  return { spreadsheetId: edit.book.id, clearedRange: clearRange(edit, locate(edit.book, range)) };
}

export function batchUpdate(edit: Edit, body: Body): object {
  const input = inputOption(text(body.valueInputOption));
  const options = echoOptions(body);
  const data = (body.data as Body[] | undefined) ?? [];
  const results = data.map((item, i) =>
    placed(`data[${i}]`, () =>
      writeA1(
        edit,
        text(item.range) ?? '',
        item.values,
        input,
        majorDimension(text(item.majorDimension)) === 'COLUMNS',
      ),
    ),
  );
  return { spreadsheetId: edit.book.id, ...totals(results), ...list(results.map((r) => written(edit, r, options))) };
}

export const list = (responses: readonly object[]): object => (responses.length > 0 ? { responses } : {});

export function batchClear(edit: Edit, body: Body): object {
  const ranges = ((body.ranges as string[] | undefined) ?? []).map((range) => locate(edit.book, range));
  return { spreadsheetId: edit.book.id, clearedRanges: ranges.map((at) => clearRange(edit, at)) };
}

/** Says which member of the body an error is about. */
export function placed<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(error.code, error.status, `Invalid ${where}: ${error.message}`, error.details);
  }
}

export function totals(results: readonly Written[]): object {
  const sum = (of: (w: Written) => number): number => results.reduce((total, w) => total + of(w), 0);
  const cells = sum((w) => w.cells);
  if (cells === 0) return {};
  return {
    totalUpdatedRows: sum((w) => w.rows),
    totalUpdatedColumns: sum((w) => w.columns),
    totalUpdatedCells: cells,
    totalUpdatedSheets: new Set(results.filter((w) => w.cells > 0).map((w) => w.sheet.id)).size,
  };
}
