import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type RawCell, type TabKey, tabsOf, type Workbook } from '../domain/program/index.ts';
import { BOOK_COLUMNS, decodeHead } from './book.ts';
import { fault, Refused } from './errors.ts';
import { answerOf, type Caller, type DriveClient, type SheetsClient } from './google.ts';
import { headerRow, type Layout, readLayout, type TabLayout } from './layout.ts';
import { batchRequests, shownData } from './requests.ts';
import { SUM, shapeOf } from './shape.ts';
import type { Batch, BookAsk, BookHead, Depth, Missing, Reading, SheetReading, Shown, Wire } from './types.ts';

export interface WireOptions {
  readonly sheets: SheetsClient;
  readonly drive?: DriveClient;
  readonly spreadsheetId: string;
  readonly workbook: Workbook;
  readonly caller: Caller;
}

/** Readings that found columns moved before the layout is believed to be restless. */
const RESTLESS = 4;

type Block = readonly (readonly RawCell[])[];

/** One workbook over Google's REST API. */
export class GoogleWire implements Wire {
  readonly #options: WireOptions;
  #layout: Layout | undefined;
  #bookRows = 0;

  constructor(options: WireOptions) {
    this.#options = options;
  }

  async #known(): Promise<Layout> {
    const { sheets, spreadsheetId, workbook, caller } = this.#options;
    try {
      this.#layout ??= await readLayout(sheets, spreadsheetId, workbook, caller);
    } catch (error) {
      throw unavailable(error);
    }
    if (this.#layout.book === undefined) {
      this.#layout = undefined;
      throw fault('tab-missing', new Error('the hidden Book tab is missing'));
    }
    return this.#layout;
  }

  async read(ask: Ask): Promise<Reading> {
    if (this.#layout && [...ask.tabs.keys()].some((tab) => lackOf(this.#layout as Layout, tab)))
      this.#layout = undefined;
    for (let tries = 0; tries < RESTLESS; tries++) {
      const fresh = this.#layout === undefined;
      const layout = await this.#known();
      const blocks = await this.#blocks(layout, ask);
      const reading = blocks && this.#assemble(layout, ask, blocks, fresh);
      if (reading) return reading;
      this.#layout = undefined;
    }
    throw fault('record-unavailable', new Error('columns keep moving'));
  }

  /** The cells asked for, by sheet id; undefined when a tab is not where it was. */
  async #blocks(layout: Layout, ask: Ask): Promise<Blocks | undefined> {
    const { sheets, spreadsheetId, caller } = this.#options;
    const ranges: GridRange[] = bookRanges(ask.book).map((range) => ({ sheetId: layout.book as number, ...range }));
    for (const [tab, depth] of ask.tabs) {
      const found = layout.tabs.get(tab);
      if (!found) continue;
      const rows = depth === 'all' ? {} : { startRowIndex: 0, endRowIndex: 4 };
      ranges.push({ sheetId: found.sheetId, endColumnIndex: found.columns.length, ...rows });
    }
    try {
      const data = await caller.read(() =>
        sheets.spreadsheets.values.batchGetByDataFilter({
          spreadsheetId,
          prettyPrint: false,
          requestBody: {
            valueRenderOption: 'UNFORMATTED_VALUE',
            majorDimension: 'ROWS',
            dataFilters: ranges.map((gridRange) => ({ gridRange })),
          },
        }),
      );
      const tabs = new Map<number, Read>();
      const lines = new Map<number, readonly RawCell[]>();
      for (const { valueRange, dataFilters } of data.valueRanges ?? []) {
        const { sheetId, startRowIndex } = dataFilters?.[0]?.gridRange ?? {};
        const rows = (valueRange?.values ?? []) as Block;
        if (sheetId === layout.book && startRowIndex)
          for (const [i, row] of rows.entries()) lines.set(startRowIndex + i, row);
        else tabs.set(sheetId ?? 0, { rows, height: heightOf(valueRange?.range ?? '') });
      }
      return { tabs, lines };
    } catch (error) {
      if (answerOf(error).status === 400) return undefined;
      throw unavailable(error);
    }
  }

  #assemble(layout: Layout, ask: Ask, blocks: Blocks, fresh: boolean): Reading | undefined {
    const book = blocks.tabs.get(layout.book as number);
    if (!book) return undefined;
    if (ask.book === 'all') this.#bookRows = book.height;
    const sheets = new Map<TabKey, SheetReading>();
    const missing = new Map<TabKey, Missing>();
    for (const tab of tabsOf(this.#options.workbook)) {
      const found = layout.tabs.get(tab);
      const lack = lackOf(layout, tab);
      if (lack) missing.set(tab, lack);
      const depth = ask.tabs.get(tab);
      const block = found && blocks.tabs.get(found.sheetId);
      if (!found || !depth || !block) continue;
      const header = headerAt(found, block.rows, fresh);
      if (header === 'moved') return undefined;
      sheets.set(tab, {
        tab,
        columns: found.columns,
        header,
        rows: block.rows,
        height: block.height,
        partial: depth !== 'all',
      });
    }
    return {
      head: this.#head(book.rows),
      lines: ask.book === 'all' ? book.rows.slice(1) : undefined,
      ...(typeof ask.book === 'string' ? {} : { some: blocks.lines }),
      sheets,
      missing,
    };
  }

  #head(rows: Block): BookHead {
    try {
      return decodeHead(rows[0]?.[0]);
    } catch (error) {
      throw fault('record-unavailable', error);
    }
  }

  async commit(batch: Batch): Promise<void> {
    const { sheets, spreadsheetId, caller } = this.#options;
    const layout = await this.#known();
    const { requests, bookRows } = batchRequests(batch, layout, this.#bookRows);
    await this.#write(() =>
      caller.write(
        () =>
          sheets.spreadsheets.batchUpdate({
            spreadsheetId,
            prettyPrint: false,
            fields: 'spreadsheetId',
            requestBody: { requests },
          }),
        true,
      ),
    );
    this.#bookRows = bookRows;
  }

  async show(cells: readonly Shown[]): Promise<void> {
    const { sheets, spreadsheetId, caller } = this.#options;
    const data = shownData(cells, await this.#known());
    if (data.length === 0) return;
    await this.#write(() =>
      caller.write(
        () =>
          sheets.spreadsheets.values.batchUpdateByDataFilter({
            spreadsheetId,
            prettyPrint: false,
            fields: 'spreadsheetId',
            requestBody: { valueInputOption: 'RAW', data },
          }),
        false,
      ),
    );
  }

  /** Whatever Google refuses for its content may be refused because tabs or columns are elsewhere by now. */
  async #write(call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
    } catch (error) {
      if (error instanceof Refused && error.why === 'content') this.#layout = undefined;
      throw error;
    }
  }

  async version(): Promise<string> {
    const { drive, spreadsheetId, caller } = this.#options;
    if (!drive) return String(Date.now());
    try {
      const file = await caller.read(() => drive.files.get({ fileId: spreadsheetId, fields: 'version' }), 'drive');
      return String(file.version ?? '');
    } catch (error) {
      throw unavailable(error);
    }
  }
}

interface Ask {
  readonly tabs: ReadonlyMap<TabKey, Depth>;
  readonly book: BookAsk;
}
type GridRange = sheets_v4.Schema$GridRange;

/** The ranges of the Book tab: its head is the first row's first cell; lines that follow one another are one range. */
function bookRanges(ask: BookAsk): GridRange[] {
  if (ask === 'all') return [{ endColumnIndex: BOOK_COLUMNS }];
  const ranges: { startRowIndex: number; endRowIndex: number; endColumnIndex: number }[] = [
    { startRowIndex: 0, endRowIndex: 1, endColumnIndex: 1 },
  ];
  for (const row of ask === 'head' ? [] : ask) {
    const last = ranges.at(-1);
    if (last && last.endColumnIndex > 1 && last.endRowIndex === row) last.endRowIndex++;
    else ranges.push({ startRowIndex: row, endRowIndex: row + 1, endColumnIndex: BOOK_COLUMNS });
  }
  return ranges;
}

/** What a call answered: tabs by their sheet id (the book's with its head, or whole), and single lines of the book by their row. */
interface Blocks {
  readonly tabs: ReadonlyMap<number, Read>;
  readonly lines: ReadonlyMap<number, readonly RawCell[]>;
}
interface Read {
  readonly rows: Block;
  readonly height: number;
}

/** Rows of the grid, from the range that Google answers: `'Mentors'!A1:AK60`. */
const heightOf = (range: string): number =>
  Number(/:[A-Z]+(\d+)$/.exec(range)?.[1] ?? /![A-Z]+(\d+)$/.exec(range)?.[1] ?? 0);

/** What a tab lacks, if anything. */
function lackOf(layout: Layout, tab: TabKey): Missing | undefined {
  const found = layout.tabs.get(tab);
  if (!found) return { tab: true, columns: [] };
  const columns = shapeOf(tab).all.filter((key) => key !== SUM && !found.marks.has(key));
  return columns.length > 0 ? { tab: false, columns } : undefined;
}

/**
 * Where the headers stand now, or 'moved' when they no longer stand over the columns that the layout knows. Equal headers in
 * equal places mean that no column moved, as long as no header is there twice; otherwise only a fresh layout will do.
 */
function headerAt(found: TabLayout, rows: Block, fresh: boolean): number | 'moved' {
  const { texts } = found;
  const now = headerRow(rows, texts);
  const here = found.columns.map((_, i) => String(rows[now]?.[i] ?? ''));
  const words = texts.filter((text, i) => text !== '' || found.columns[i] !== '');
  const plain = !words.includes('') && new Set(words).size === words.length;
  return here.join('\n') === texts.join('\n') && (plain || fresh) ? now : 'moved';
}

function unavailable(error: unknown): unknown {
  const { status } = answerOf(error);
  return status === undefined ? error : fault('record-unavailable', new Error(`status ${status}`));
}
