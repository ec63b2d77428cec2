import type { Edit } from '../book/edit.ts';
import type { Workbook } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { echoOptions, list, placed, totals, written } from './calls.ts';
import { type DataFilter, filterRanges } from './filters.ts';
import { readRange } from './read.ts';
import { inputOption, majorDimension, renderOptions } from './render.ts';
import { clearRange, type Written, writeRange } from './write.ts';

type Body = Record<string, unknown>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const filters = (body: Body): DataFilter[] => (body.dataFilters as DataFilter[] | undefined) ?? [];

/** One value range for each different range; every filter that named it stands beside it. */
export function batchGetByDataFilter(book: Workbook, body: Body): object {
  const options = renderOptions(
    text(body.valueRenderOption),
    text(body.dateTimeRenderOption),
    text(body.majorDimension),
  );
  const asked = filters(body);
  if (asked.length === 0) throw invalid('Must specify at least one data filter.');
  const found = new Map<string, { valueRange: object; dataFilters: DataFilter[] }>();
  asked.forEach((filter, i) => {
    for (const at of placed(`dataFilters[${i}]`, () => filterRanges(book, filter))) {
      const key = `${at.sheet.id}/${JSON.stringify(at.box)}`;
      const known = found.get(key);
      if (known) known.dataFilters.push(filter);
      else found.set(key, { valueRange: readRange(book, at, options), dataFilters: [filter] });
    }
  });
  return { spreadsheetId: book.id, ...(found.size > 0 ? { valueRanges: [...found.values()] } : {}) };
}

/**
 * Writes wherever the filters point at this very moment; a metadata lookup finds its column after staff moved it.
 * Values that do not fit the matched range refuse the whole call; a lookup that matches nothing does too.
 */
export function batchUpdateByDataFilter(edit: Edit, body: Body): object {
  const input = inputOption(text(body.valueInputOption));
  const options = echoOptions(body);
  const data = (body.data as Body[] | undefined) ?? [];
  const all: Written[] = [];
  const responses = data.flatMap((item, i) =>
    placed(`data[${i}]`, () => {
      const filter = (item.dataFilter ?? {}) as DataFilter;
      const byColumn = majorDimension(text(item.majorDimension)) === 'COLUMNS';
      const places = filterRanges(edit.book, filter);
      if (places.length === 0) throw invalid('The data filter matches no range of this spreadsheet.');
      return places.map((at) => {
        const result = writeRange(edit, at, item.values, input, byColumn);
        all.push(result);
        const { spreadsheetId: _id, ...rest } = written(edit, result, options) as { spreadsheetId: string };
        return { ...rest, dataFilter: filter };
      });
    }),
  );
  return { spreadsheetId: edit.book.id, ...totals(all), ...list(responses) };
}

export function batchClearByDataFilter(edit: Edit, body: Body): object {
  const places = filters(body).flatMap((filter, i) =>
    placed(`dataFilters[${i}]`, () => filterRanges(edit.book, filter)),
  );
  const clearedRanges = places.map((at) => clearRange(edit, at));
  return { spreadsheetId: edit.book.id, ...(clearedRanges.length > 0 ? { clearedRanges } : {}) };
}
