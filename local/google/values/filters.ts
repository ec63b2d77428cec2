import { type Located, locate, locateGrid } from '../book/a1.ts';
import { indexOf, lookup, type MetadataLookup } from '../book/metadata.ts';
import { boxOf } from '../book/ranges.ts';
import type { GridRange, Metadata, Workbook } from '../book/types.ts';
import { invalid } from '../errors.ts';

export interface DataFilter {
  readonly a1Range?: string;
  readonly gridRange?: GridRange;
  readonly developerMetadataLookup?: MetadataLookup;
}

/** Every range a data filter names; a metadata lookup may name none, one or many. */
export function filterRanges(book: Workbook, filter: DataFilter): Located[] {
  if (filter.a1Range !== undefined) return [locate(book, filter.a1Range)];
  if (filter.gridRange) return [locateGrid(book, filter.gridRange)];
  if (filter.developerMetadataLookup)
    return lookup(book, filter.developerMetadataLookup).flatMap((m) => place(book, m) ?? []);
  throw invalid('Must specify a filter in DataFilter.');
}

function place(book: Workbook, meta: Metadata): Located | undefined {
  if (meta.on === 'SPREADSHEET') return undefined;
  const sheet = book.sheets.find((s) => s.id === meta.sheetId);
  if (!sheet) return undefined;
  const all = boxOf({}, sheet);
  if (meta.on === 'SHEET') return { sheet, box: all, open: false };
  const at = indexOf(book, meta);
  if (at < 0) return undefined;
  const box = meta.on === 'ROW' ? { ...all, r0: at, r1: at + 1 } : { ...all, c0: at, c1: at + 1 };
  return { sheet, box, open: false };
}

/** Metadata on or, for a range filter, within what the filter names. */
export function filterMetadata(book: Workbook, filter: DataFilter): Metadata[] {
  if (filter.developerMetadataLookup) return lookup(book, filter.developerMetadataLookup);
  const ranges = filterRanges(book, filter);
  return book.metadata.filter((meta) => {
    const at = place(book, meta);
    return (
      at !== undefined &&
      ranges.some(
        ({ sheet, box }) =>
          sheet.id === at.sheet.id &&
          box.r0 < at.box.r1 &&
          box.r1 > at.box.r0 &&
          box.c0 < at.box.c1 &&
          box.c1 > at.box.c0,
      )
    );
  });
}
