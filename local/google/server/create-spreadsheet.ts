import type { SheetProperties } from '../book/new.ts';
import { runRequests } from '../requests/index.ts';
import { spreadsheetJson } from '../values/spreadsheet.ts';
import type { Call } from './call.ts';
import type { Mask } from './fields.ts';
import type { Services } from './services.ts';

type Body = Record<string, unknown>;

interface GridData {
  readonly startRow?: number;
  readonly startColumn?: number;
  readonly rowData?: readonly object[];
  readonly rowMetadata?: readonly Size[];
  readonly columnMetadata?: readonly Size[];
}

interface Size {
  readonly hiddenByUser?: boolean;
  readonly pixelSize?: number;
}

interface Group {
  readonly range?: object;
  readonly collapsed?: boolean;
  readonly depth?: number;
}

interface NewSheet {
  readonly properties?: SheetProperties;
  readonly data?: readonly GridData[];
  readonly protectedRanges?: readonly object[];
  readonly conditionalFormats?: readonly object[];
  readonly merges?: readonly object[];
  readonly basicFilter?: object;
  readonly developerMetadata?: readonly object[];
  readonly filterViews?: readonly object[];
  readonly bandedRanges?: readonly object[];
  readonly rowGroups?: readonly Group[];
  readonly columnGroups?: readonly Group[];
}

/** A new spreadsheet with whatever the body brings along: cells, protections, names, metadata. */
export function createSpreadsheet({ library }: Services, call: Call, body: Body, mask: Mask): object {
  const sheets = (body.sheets as NewSheet[] | undefined) ?? [];
  const book = library.create(
    call.user,
    (body.properties as Body | undefined) ?? {},
    sheets.map((s) => s.properties ?? {}),
    (edit) => {
      const requests = sheets.flatMap((sheet, i) => contents(sheet, edit.book.sheets[i]?.id ?? 0));
      for (const namedRange of (body.namedRanges as object[] | undefined) ?? [])
        requests.push({ addNamedRange: { namedRange } });
      for (const developerMetadata of (body.developerMetadata as object[] | undefined) ?? [])
        requests.push({ createDeveloperMetadata: { developerMetadata } });
      if (requests.length > 0) runRequests(edit, requests);
    },
  );
  return spreadsheetJson(book, { mask, gridData: false, origin: call.origin });
}

function contents(sheet: NewSheet, sheetId: number): object[] {
  const many = <T>(list: readonly T[] | undefined, make: (item: T, index: number) => object): object[] =>
    (list ?? []).map(make);
  const cells = (sheet.data ?? []).flatMap(({ startRow: rowIndex = 0, startColumn: columnIndex = 0, rowData: rows }) =>
    rows?.length ? [{ updateCells: { start: { sheetId, rowIndex, columnIndex }, rows, fields: '*' } }] : [],
  );
  const sizes = (sheet.data ?? []).flatMap(({ startRow = 0, startColumn = 0, rowMetadata, columnMetadata }) => [
    ...many(rowMetadata, (size, i) => resized(sheetId, 'ROWS', startRow + i, size)),
    ...many(columnMetadata, (size, i) => resized(sheetId, 'COLUMNS', startColumn + i, size)),
  ]);
  return [
    ...cells,
    ...sizes,
    ...many(sheet.protectedRanges, (protectedRange) => ({ addProtectedRange: { protectedRange } })),
    ...many(sheet.conditionalFormats, (rule, index) => ({ addConditionalFormatRule: { rule, index } })),
    ...many(sheet.merges, (range) => ({ mergeCells: { range } })),
    ...many(sheet.developerMetadata, (developerMetadata) => ({ createDeveloperMetadata: { developerMetadata } })),
    ...(sheet.basicFilter ? [{ setBasicFilter: { filter: sheet.basicFilter } }] : []),
    ...many(sheet.filterViews, (filter) => ({ addFilterView: { filter } })),
    ...many(sheet.bandedRanges, (bandedRange) => ({ addBanding: { bandedRange } })),
    ...many([...(sheet.rowGroups ?? []), ...(sheet.columnGroups ?? [])], ({ range }) => ({
      addDimensionGroup: { range },
    })),
  ];
}

function resized(sheetId: number, dimension: string, startIndex: number, properties: Size): object {
  const range = { sheetId, dimension, startIndex, endIndex: startIndex + 1 };
  return { updateDimensionProperties: { range, properties, fields: 'hiddenByUser,pixelSize' } };
}
