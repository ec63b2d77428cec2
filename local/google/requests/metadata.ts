import type { Edit } from '../book/edit.ts';
import { type MetadataLocation, metadataJson, spot } from '../book/metadata.ts';
import { randomId } from '../book/new.ts';
import type { Metadata } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { type DataFilter, filterMetadata } from '../values/filters.ts';
import { handler, masked, paths } from './context.ts';

interface Asked {
  readonly metadataId?: number;
  readonly metadataKey?: string;
  readonly metadataValue?: string;
  readonly visibility?: string;
  readonly location?: MetadataLocation;
}

export const createDeveloperMetadata = handler<{ developerMetadata?: Asked }>((edit, { developerMetadata = {} }) => {
  const { metadataId: id = randomId(), metadataKey, metadataValue, visibility, location } = developerMetadata;
  if (metadataKey === undefined || metadataKey === '') throw invalid('Developer metadata key must be specified.');
  if (visibility !== 'DOCUMENT' && visibility !== 'PROJECT')
    throw invalid('Developer metadata visibility must be specified.');
  if (edit.book.metadata.some((m) => m.metadataId === id))
    throw invalid(`Developer metadata with ID ${id} already exists. Please specify another ID.`);
  const added: Metadata = {
    metadataId: id,
    metadataKey,
    ...(metadataValue === undefined ? {} : { metadataValue }),
    visibility,
    ...place(edit, location),
  };
  checkStorage([...edit.book.metadata, added]);
  edit.book.metadata = [...edit.book.metadata, added];
  return { developerMetadata: metadataJson(edit.book, added) };
});

export const updateDeveloperMetadata = handler<{
  dataFilters?: DataFilter[];
  developerMetadata?: Asked;
  fields?: string;
}>((edit, { dataFilters = [], developerMetadata = {}, fields }) => {
  const mask = paths(fields);
  const hit = new Set(dataFilters.flatMap((filter) => filterMetadata(edit.book, filter)));
  const changed: Metadata[] = [];
  const next = edit.book.metadata.map((meta) => {
    if (!hit.has(meta)) return meta;
    const { metadataValue: old, ...rest } = meta;
    const value = masked(mask, 'metadataValue') ? developerMetadata.metadataValue : old;
    const moved = masked(mask, 'location') ? { ...without(rest), ...place(edit, developerMetadata.location) } : rest;
    const result: Metadata = {
      ...moved,
      ...(value === undefined ? {} : { metadataValue: value }),
      metadataKey: masked(mask, 'metadataKey') ? (developerMetadata.metadataKey ?? '') : meta.metadataKey,
      visibility: masked(mask, 'visibility') ? (developerMetadata.visibility ?? meta.visibility) : meta.visibility,
    };
    changed.push(result);
    return result;
  });
  checkStorage(next);
  edit.book.metadata = next;
  return { developerMetadata: changed.map((m) => metadataJson(edit.book, m)) };
});

export const deleteDeveloperMetadata = handler<{ dataFilter?: DataFilter }>((edit, { dataFilter = {} }) => {
  const gone = new Set(filterMetadata(edit.book, dataFilter));
  const deletedDeveloperMetadata = [...gone].map((m) => metadataJson(edit.book, m));
  edit.book.metadata = edit.book.metadata.filter((m) => !gone.has(m));
  return { deletedDeveloperMetadata };
});

function without(meta: Omit<Metadata, 'metadataValue'>) {
  const { on: _on, sheetId: _sheet, uid: _uid, ...rest } = meta;
  return rest;
}

function place(edit: Edit, location: MetadataLocation | undefined): Pick<Metadata, 'on' | 'sheetId' | 'uid'> {
  const at = spot(edit.book, location);
  if (at.sheetId === undefined || at.index === undefined)
    return at.sheetId === undefined ? { on: at.on } : { on: at.on, sheetId: at.sheetId };
  const sheet = edit.sheet(at.sheetId);
  const uid = at.on === 'ROW' ? edit.row(sheet, at.index).uid : (sheet.columns[at.index]?.uid ?? -1);
  return { on: at.on, sheetId: at.sheetId, uid };
}

/** Keys and values together may be this long, per tab and for the spreadsheet's own. */
const STORAGE = 30_000;

function checkStorage(all: readonly Metadata[]): void {
  const used = new Map<number | undefined, number>();
  for (const m of all) {
    const size = (used.get(m.sheetId) ?? 0) + m.metadataKey.length + (m.metadataValue?.length ?? 0);
    if (size > STORAGE) throw invalid(`Developer metadata exceeds the storage limit of ${STORAGE} characters.`);
    used.set(m.sheetId, size);
  }
}
