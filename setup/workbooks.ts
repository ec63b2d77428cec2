import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type TabKey, tabOf, tabsOf, WORKBOOKS, type Workbook } from '../domain/program/index.ts';
import { BOOK_COLUMNS, encodeHead } from '../sheets/book.ts';
import type { Caller, SheetsClient } from '../sheets/google.ts';
import { BOOK, readLayout, sheetIdOf, TAB_MARK } from '../sheets/layout.ts';
import { batonRange, cellData } from '../sheets/requests.ts';
import { shapeOf } from '../sheets/shape.ts';
import { columnRequests, headerMark } from './columns.ts';

type Request = sheets_v4.Schema$Request;

/** Rows of a new tab; the record inserts more as it needs them, staff type below. */
const ROWS = 60;
const BOOK_ROWS = 200;

const grid = (name: TabKey | typeof BOOK): sheets_v4.Schema$SheetProperties =>
  name === BOOK
    ? {
        sheetId: sheetIdOf(BOOK),
        title: 'Book',
        hidden: true,
        gridProperties: { rowCount: BOOK_ROWS, columnCount: BOOK_COLUMNS },
      }
    : {
        sheetId: sheetIdOf(name),
        title: tabOf(name).title,
        gridProperties: { rowCount: ROWS, columnCount: shapeOf(name).all.length, frozenRowCount: 1 },
      };

/** A new spreadsheet with its tabs still bare; `repairWorkbook` does the rest. */
export async function createWorkbook(sheets: SheetsClient, caller: Caller, workbook: Workbook): Promise<string> {
  const made = await caller.write(
    () =>
      sheets.spreadsheets.create({
        fields: 'spreadsheetId',
        requestBody: {
          properties: { title: WORKBOOKS[workbook].title, locale: 'en_GB', timeZone: 'Asia/Almaty' },
          sheets: [...tabsOf(workbook), BOOK as typeof BOOK].map((name) => ({ properties: grid(name) })),
        },
      }),
    false,
  );
  return made.spreadsheetId ?? '';
}

/**
 * Adds whatever a workbook lacks (tabs, columns, the book) and changes nothing that is there.
 * @returns what was added, in plain words.
 */
export async function repairWorkbook(
  sheets: SheetsClient,
  caller: Caller,
  spreadsheetId: string,
  workbook: Workbook,
  random: () => number = Math.random,
): Promise<string[]> {
  const layout = await readLayout(sheets, spreadsheetId, workbook, caller);
  const state = await caller.read(() =>
    sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets(properties(sheetId,title,gridProperties(columnCount)))',
    }),
  );
  const there = new Map((state.sheets ?? []).map(({ properties }) => [properties?.sheetId ?? 0, properties]));
  const titles = new Set((state.sheets ?? []).map(({ properties }) => properties?.title?.toLowerCase()));
  const requests: Request[] = [];
  const done: string[] = [];
  const addTab = (name: TabKey | typeof BOOK): void => {
    const properties = grid(name);
    while (titles.has(properties.title?.toLowerCase())) properties.title = `${properties.title} (new)`;
    requests.push({ addSheet: { properties } });
  };
  const markTab = (name: TabKey | typeof BOOK): void => {
    requests.push({
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: TAB_MARK,
          metadataValue: name,
          visibility: 'DOCUMENT',
          location: { sheetId: sheetIdOf(name) },
        },
      },
    });
  };
  for (const tab of tabsOf(workbook)) {
    const { all } = shapeOf(tab);
    const known = layout.tabs.get(tab);
    if (!known) {
      if (!there.has(sheetIdOf(tab))) addTab(tab);
      markTab(tab);
      requests.push(
        ...columnRequests(
          tab,
          sheetIdOf(tab),
          all.map((key, index) => ({ key, index })),
        ),
      );
      requests.push(headerMark(tab, sheetIdOf(tab), 0));
      done.push(`tab "${tabOf(tab).title}"`);
      continue;
    }
    const lack = all.filter((key) => !known.marks.has(key));
    if (known.header < 0) throw new Error(`the header row of "${known.title}" is gone: undo its deletion first`);
    if (!known.marked) requests.push(headerMark(tab, known.sheetId, known.header));
    if (lack.length === 0) continue;
    const width = there.get(known.sheetId)?.gridProperties?.columnCount ?? known.columns.length;
    requests.push({ appendDimension: { sheetId: known.sheetId, dimension: 'COLUMNS', length: lack.length } });
    requests.push(
      ...columnRequests(
        tab,
        known.sheetId,
        lack.map((key, i) => ({ key, index: width + i })),
        known.header,
      ),
    );
    done.push(...lack.map((key) => `column "${tabOf(tab).columns[key]?.header ?? key}" in "${known.title}"`));
  }
  if (layout.book === undefined) {
    if (!there.has(sheetIdOf(BOOK))) addTab(BOOK);
    markTab(BOOK);
    const baton = 1 + Math.floor(random() * (2 ** 31 - 2));
    requests.push({ addProtectedRange: { protectedRange: batonRange(sheetIdOf(BOOK), baton) } });
    requests.push({
      updateCells: {
        start: { sheetId: sheetIdOf(BOOK), rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [cellData(encodeHead({ baton, seq: 0, nonces: [] }))] }],
        fields: 'userEnteredValue',
      },
    });
    done.push('the hidden book');
  }
  if (requests.length > 0)
    await caller.write(
      () => sheets.spreadsheets.batchUpdate({ spreadsheetId, fields: 'spreadsheetId', requestBody: { requests } }),
      false,
    );
  return done;
}
