import { invalid } from '../errors.ts';
import type { Metadata, Workbook } from './types.ts';

interface DimensionRange {
  readonly sheetId?: number;
  readonly dimension?: string;
  readonly startIndex?: number;
  readonly endIndex?: number;
}

export interface MetadataLocation {
  readonly locationType?: string;
  readonly spreadsheet?: boolean;
  readonly sheetId?: number;
  readonly dimensionRange?: DimensionRange;
}

export interface MetadataLookup {
  readonly metadataId?: number;
  readonly metadataKey?: string;
  readonly metadataValue?: string;
  readonly visibility?: string;
  readonly locationType?: string;
  readonly locationMatchingStrategy?: string;
  readonly metadataLocation?: MetadataLocation;
}

/** Row or column number the metadata sits on now; -1 if it is on neither. */
export function indexOf(book: Workbook, meta: Metadata): number {
  const sheet = book.sheets.find((s) => s.id === meta.sheetId);
  if (!sheet || meta.uid === undefined) return -1;
  return meta.on === 'COLUMN'
    ? sheet.columns.findIndex((c) => c.uid === meta.uid)
    : sheet.rows.findIndex((r) => r?.uid === meta.uid);
}

export function metadataJson(book: Workbook, meta: Metadata): object {
  return {
    metadataId: meta.metadataId,
    metadataKey: meta.metadataKey,
    ...(meta.metadataValue === undefined ? {} : { metadataValue: meta.metadataValue }),
    location: locationJson(book, meta),
    visibility: meta.visibility,
  };
}

function locationJson(book: Workbook, meta: Metadata): object {
  if (meta.on === 'SPREADSHEET') return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (meta.on === 'SHEET') return { locationType: 'SHEET', sheetId: meta.sheetId };
  const at = indexOf(book, meta);
  return {
    locationType: meta.on,
    dimensionRange: {
      sheetId: meta.sheetId,
      dimension: meta.on === 'ROW' ? 'ROWS' : 'COLUMNS',
      startIndex: at,
      endIndex: at + 1,
    },
  };
}

/** All metadata a lookup names; what it leaves out does not matter. */
export function lookup(book: Workbook, asked: MetadataLookup): Metadata[] {
  if (Object.keys(asked).length === 0) throw invalid('DeveloperMetadataLookup must specify at least one field.');
  return book.metadata.filter(
    (m) =>
      (asked.metadataId === undefined || m.metadataId === asked.metadataId) &&
      (asked.metadataKey === undefined || m.metadataKey === asked.metadataKey) &&
      (asked.metadataValue === undefined || m.metadataValue === asked.metadataValue) &&
      (asked.visibility === undefined || m.visibility === asked.visibility) &&
      (asked.locationType === undefined || m.on === asked.locationType) &&
      (asked.metadataLocation === undefined ||
        located(book, m, asked.metadataLocation, asked.locationMatchingStrategy)),
  );
}

function located(book: Workbook, meta: Metadata, where: MetadataLocation, strategy: string | undefined): boolean {
  const exact = strategy !== 'INTERSECTING_LOCATION';
  if (where.spreadsheet) return exact ? meta.on === 'SPREADSHEET' : true;
  if (where.dimensionRange) {
    const range = where.dimensionRange;
    const on = range.dimension === 'ROWS' ? 'ROW' : 'COLUMN';
    if (meta.sheetId !== (range.sheetId ?? 0)) return false;
    if (meta.on !== on) return !exact && meta.on === 'SHEET';
    const at = indexOf(book, meta);
    return at >= (range.startIndex ?? 0) && at < (range.endIndex ?? Infinity);
  }
  const sheetId = where.sheetId ?? 0;
  return exact ? meta.on === 'SHEET' && meta.sheetId === sheetId : meta.sheetId === sheetId;
}

/** Where new metadata is to sit, as the request says it. */
export interface Spot {
  readonly on: Metadata['on'];
  readonly sheetId?: number;
  readonly index?: number;
}

export function spot(book: Workbook, where: MetadataLocation | undefined): Spot {
  if (where?.spreadsheet) return { on: 'SPREADSHEET' };
  const range = where?.dimensionRange;
  const sheetId = range ? (range.sheetId ?? 0) : where?.sheetId;
  if (sheetId === undefined) throw invalid('Developer metadata location must be specified.');
  const sheet = book.sheets.find((s) => s.id === sheetId);
  if (!sheet) throw invalid(`No grid with id: ${sheetId}`);
  if (!range) return { on: 'SHEET', sheetId };
  const { startIndex = 0, endIndex, dimension } = range;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') throw invalid('Dimension must be ROWS or COLUMNS.');
  if (endIndex !== startIndex + 1)
    throw invalid('Developer metadata can only be associated with a single row or column.');
  const size = dimension === 'ROWS' ? sheet.rows.length : sheet.columns.length;
  if (startIndex < 0 || startIndex >= size) throw invalid(`Dimension range is outside the grid: ${startIndex}`);
  return { on: dimension === 'ROWS' ? 'ROW' : 'COLUMN', sheetId, index: startIndex };
}
