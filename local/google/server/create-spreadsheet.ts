import type { SheetProperties } from '../book/new.ts';
import { runRequests } from '../requests/index.ts';
import { spreadsheetJson } from '../values/spreadsheet.ts';
import type { Call } from './call.ts';
import type { Mask } from './fields.ts';
import type { Services } from './services.ts';

type Body = Record<string, unknown>;

interface NewSheet {
  readonly properties?: SheetProperties;
  readonly data?: readonly { startRow?: number; startColumn?: number; rowData?: object[] }[];
  readonly protectedRanges?: readonly object[];
  readonly conditionalFormats?: readonly object[];
  readonly merges?: readonly object[];
  readonly basicFilter?: object;
  readonly developerMetadata?: readonly object[];
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
  const many = (list: readonly object[] | undefined, make: (item: object) => object): object[] =>
    (list ?? []).map(make);
  const cells = (sheet.data ?? []).flatMap(({ startRow: rowIndex = 0, startColumn: columnIndex = 0, rowData: rows }) =>
    rows?.length ? [{ updateCells: { start: { sheetId, rowIndex, columnIndex }, rows, fields: '*' } }] : [],
  );
  return [
    ...cells,
    ...many(sheet.protectedRanges, (protectedRange) => ({ addProtectedRange: { protectedRange } })),
    ...many(sheet.conditionalFormats, (rule) => ({ addConditionalFormatRule: { rule } })),
    ...many(sheet.merges, (range) => ({ mergeCells: { range } })),
    ...many(sheet.developerMetadata, (developerMetadata) => ({ createDeveloperMetadata: { developerMetadata } })),
    ...(sheet.basicFilter ? [{ setBasicFilter: { filter: sheet.basicFilter } }] : []),
  ];
}
