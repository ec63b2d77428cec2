import { type RawCell, type TabKey, tabsOf, type Workbook } from '../domain/program/index.ts';
import { BOOK_COLUMNS, decodeHead } from './book.ts';
import { fault, Refused } from './errors.ts';
import { answerOf, type Caller, type DriveClient, type SheetsClient } from './google.ts';
import { headerRow, type Layout, readLayout, type TabLayout } from './layout.ts';
import { batchRequests, shownData } from './requests.ts';
import { SUM, shapeOf } from './shape.ts';
import type { Batch, BookHead, Depth, Missing, Reading, SheetReading, Shown, Wire } from './types.ts';

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

  async read(ask: { readonly tabs: ReadonlyMap<TabKey, Depth>; readonly book: boolean }): Promise<Reading> {
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
  async #blocks(
    layout: Layout,
    ask: { tabs: ReadonlyMap<TabKey, Depth>; book: boolean },
  ): Promise<Map<number, Read> | undefined> {
    const { sheets, spreadsheetId, caller } = this.#options;
    const head = ask.book ? { endColumnIndex: BOOK_COLUMNS } : { startRowIndex: 0, endRowIndex: 1, endColumnIndex: 1 };
    const ranges = [{ sheetId: layout.book as number, ...head }];
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
      const blocks = new Map<number, Read>();
      for (const { valueRange, dataFilters } of data.valueRanges ?? []) {
        const sheetId = dataFilters?.[0]?.gridRange?.sheetId ?? 0;
        blocks.set(sheetId, { rows: (valueRange?.values ?? []) as Block, height: heightOf(valueRange?.range ?? '') });
      }
      return blocks;
    } catch (error) {
      if (answerOf(error).status === 400) return undefined;
      throw unavailable(error);
    }
  }

  #assemble(
    layout: Layout,
    ask: { tabs: ReadonlyMap<TabKey, Depth>; book: boolean },
    blocks: ReadonlyMap<number, Read>,
    fresh: boolean,
  ): Reading | undefined {
    const book = blocks.get(layout.book as number);
    if (!book) return undefined;
    if (ask.book) this.#bookRows = book.height;
    const sheets = new Map<TabKey, SheetReading>();
    const missing = new Map<TabKey, Missing>();
    for (const tab of tabsOf(this.#options.workbook)) {
      const found = layout.tabs.get(tab);
      const lack = lackOf(layout, tab);
      if (lack) missing.set(tab, lack);
      const depth = ask.tabs.get(tab);
      const block = found && blocks.get(found.sheetId);
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
    return { head: this.#head(book.rows), lines: ask.book ? book.rows.slice(1) : undefined, sheets, missing };
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
