import type { RawCell, TabKey, Workbook } from '../domain/program/index.ts';
import { hash53, tabsOf } from '../domain/program/index.ts';
import type { Caller, SheetsClient } from './google.ts';
import { columnOf, shapeOf } from './shape.ts';

/** Key of the metadata on a tab that says which one it is. */
export const TAB_MARK = 'tab';
/** Name of the hidden tab in that metadata. */
export const BOOK = 'book';

/** Key of the metadata on the row that holds the headers. */
export const HEADER_MARK = 'header';

/** The id that setup gives a tab: the same in every workbook ever made, so that a repeated setup meets its own tab. */
export const sheetIdOf = (tab: TabKey | typeof BOOK): number => hash53(`tab/${tab}`) % (2 ** 31 - 1);

/** Where a tab and its columns stand. */
export interface TabLayout {
  readonly tab: TabKey;
  readonly sheetId: number;
  readonly title: string;
  /** Column keys by position, '' where staff have a column of their own. */
  readonly columns: readonly string[];
  /** Metadata ids by column key. */
  readonly marks: ReadonlyMap<string, number>;
  /** Row of the headers, -1 when there is none. */
  readonly header: number;
  /** The header row carries its mark. */
  readonly marked: boolean;
  /** Texts of the header row by position. */
  readonly texts: readonly string[];
}
export interface Layout {
  readonly book: number | undefined;
  readonly tabs: ReadonlyMap<TabKey, TabLayout>;
}

/** Rows looked at for the headers: staff may have put a line above them. */
const TOP = 4;

/** Finds a workbook's tabs and columns by their metadata: two calls. */
export async function readLayout(
  sheets: SheetsClient,
  spreadsheetId: string,
  workbook: Workbook,
  caller: Caller,
): Promise<Layout> {
  const found = await caller.read(() =>
    sheets.spreadsheets.developerMetadata.search({
      spreadsheetId,
      prettyPrint: false,
      requestBody: {
        dataFilters: [{ developerMetadataLookup: { metadataKey: TAB_MARK, locationType: 'SHEET' } }],
      },
    }),
  );
  const ids = new Map<string, number>();
  for (const { developerMetadata } of found.matchedDeveloperMetadata ?? []) {
    const name = developerMetadata?.metadataValue ?? '';
    const sheetId = developerMetadata?.location?.sheetId ?? 0;
    // A copy of a tab made by staff may carry the same mark: the original has the id that setup gave it.
    if (!ids.has(name) || sheetId === sheetIdOf(name as TabKey)) ids.set(name, sheetId);
  }
  const known = tabsOf(workbook).filter((tab) => ids.has(tab));
  const tabs = new Map<TabKey, TabLayout>();
  if (known.length > 0) {
    const data = await caller.read(() =>
      sheets.spreadsheets.getByDataFilter({
        spreadsheetId,
        prettyPrint: false,
        fields:
          'sheets(properties(sheetId,title),data(rowMetadata(developerMetadata(metadataKey)),columnMetadata(developerMetadata(metadataId,metadataKey)),rowData(values(effectiveValue))))',
        requestBody: {
          dataFilters: known.map((tab) => ({
            gridRange: { sheetId: ids.get(tab) as number, startRowIndex: 0, endRowIndex: TOP },
          })),
        },
      }),
    );
    for (const sheet of data.sheets ?? []) {
      const tab = known.find((key) => ids.get(key) === (sheet.properties?.sheetId ?? 0));
      const grid = sheet.data?.[0];
      if (!tab || !grid) continue;
      const keys = new Set(shapeOf(tab).all);
      const marks = new Map<string, number>();
      const columns = (grid.columnMetadata ?? []).map((column) => {
        const mark = column.developerMetadata?.find(
          (m) => keys.has(m.metadataKey ?? '') && !marks.has(m.metadataKey ?? ''),
        );
        if (!mark?.metadataKey || mark.metadataId == null) return '';
        marks.set(mark.metadataKey, mark.metadataId);
        return mark.metadataKey;
      });
      const top = (grid.rowData ?? []).map((row) =>
        (row.values ?? []).map(({ effectiveValue: v }) => v?.stringValue ?? v?.numberValue ?? v?.boolValue ?? ''),
      );
      const markedRow = (grid.rowMetadata ?? []).findIndex((row) =>
        row.developerMetadata?.some((m) => m.metadataKey === HEADER_MARK),
      );
      const declared = shapeOf(tab).all.map((key) => columnOf(tab, key).header);
      const header = markedRow >= 0 ? markedRow : headerRow(top, declared);
      const width = columns.findLastIndex(Boolean) + 1;
      tabs.set(tab, {
        tab,
        header,
        marked: markedRow >= 0,
        sheetId: ids.get(tab) as number,
        title: sheet.properties?.title ?? '',
        columns: columns.slice(0, width),
        marks,
        texts: Array.from({ length: width }, (_, i) => String(top[header]?.[i] ?? '')),
      });
    }
  }
  return { book: ids.get(BOOK), tabs };
}

/**
 * The row that holds the headers: of the first rows the one with the most of the expected texts, -1 if none has a third.
 */
export function headerRow(rows: readonly (readonly RawCell[])[], expected: readonly string[]): number {
  const words = new Set(expected.filter(Boolean));
  let best = -1;
  let hits = 0;
  rows.slice(0, TOP).forEach((row, i) => {
    const n = row.filter((cell) => words.has(String(cell))).length;
    if (n > hits) {
      hits = n;
      best = i;
    }
  });
  return hits * 3 >= words.size ? best : -1;
}
