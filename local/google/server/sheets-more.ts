import { copySheet } from '../book/copy-sheet.ts';
import { sheetPropertiesJson } from '../book/json.ts';
import { metadataJson } from '../book/metadata.ts';
import { freeSheetId } from '../book/new.ts';
import { invalid, notFound } from '../errors.ts';
import { copyTitle } from '../requests/tabs.ts';
import { SPREADSHEET } from '../store/files.ts';
import { type DataFilter, filterMetadata } from '../values/filters.ts';
import { actor } from './actor.ts';
import type { Call } from './call.ts';
import type { Services } from './services.ts';

type Body = Record<string, unknown>;

/** `developerMetadata:search`. */
export function searchMetadata({ library }: Services, id: string, body: Body): object {
  const book = library.get(id);
  const filters = (body.dataFilters as DataFilter[] | undefined) ?? [];
  if (filters.length === 0) throw invalid('Must specify at least one data filter.');
  const matched = book.metadata.flatMap((meta) => {
    const dataFilters = filters.filter((filter) => filterMetadata(book, filter).includes(meta));
    return dataFilters.length > 0 ? [{ developerMetadata: metadataJson(book, meta), dataFilters }] : [];
  });
  return matched.length > 0 ? { matchedDeveloperMetadata: matched } : {};
}

/** `sheets/{id}:copyTo`: a tab copied into another spreadsheet, behind its last one. */
export function copyTo({ library, files }: Services, call: Call, id: string, sheetId: number, body: Body): object {
  const source = library.get(id);
  const sheet = source.sheets.find((s) => s.id === sheetId);
  if (!sheet) throw notFound();
  const target = String(body.destinationSpreadsheetId ?? '');
  const file = files.open(target, call.user, 'write', SPREADSHEET);
  return library.change(target, actor(file, call), (edit) => {
    const copy = copySheet(edit, source, sheet, freeSheetId(edit.book), copyTitle(edit, sheet.title));
    edit.addSheet(copy, edit.book.sheets.length);
    return sheetPropertiesJson(edit.book, copy);
  });
}
