import type { CellValue, RawCell, TabKey } from '../domain/program/index.ts';

/** An edit by staff that the book has seen and nobody was told of yet. */
export interface Tell {
  readonly columns: readonly string[];
  /** Keys of program columns that were typed over. */
  readonly restored: readonly string[];
  readonly isNew: boolean;
}

/** One record in the book. Never changed in place. */
export interface Entry {
  readonly id: string;
  readonly tab: TabKey;
  readonly rev: number;
  /** What stands in the hidden Key column of its row: the ID and how often the row was printed. */
  readonly key: string;
  /** Program cells, as they were given. */
  readonly cells: Readonly<Record<string, CellValue>>;
  /** Short hash of each staff and person cell as last seen, empty ones left out; null while a typed row is being named. */
  readonly seen: Readonly<Record<string, string>> | null;
  readonly tell?: Tell;
  /** How often staff have edited the row: going back to an earlier state is an edit of its own. */
  readonly edits?: number;
  /** ID of the record whose row was copied. */
  readonly from?: string;
  /** The row was inserted and no reading has shown yet that it stands as it should. */
  readonly placing?: true;
  /** Keys of misprinted rows. */
  readonly dead?: readonly string[];
  /** Hashes of what was printed there into columns of staff and persons, and into the Key column: such a row is known without its key, too. */
  readonly strays?: readonly string[];
  readonly flag?: 'vanished' | 'vanished, told' | 'copied' | 'copied, told';
}

/** The first line of the book: what orders all commits of a workbook. */
export interface BookHead {
  /** Id of the protected range that the next commit must delete. */
  readonly baton: number;
  readonly seq: number;
  /** Names of the latest commits, newest last: how an unanswered one is recognised. */
  readonly nonces: readonly string[];
  /**
   * Which lines each of the latest commits wrote, newest last; null where they were many. Who knows the book of an earlier commit reads
   * these and no others.
   */
  readonly wrote?: readonly (readonly number[] | null)[];
}

/** How much of the book is wanted: its head always, with it all lines, or those of these rows. */
export type BookAsk = 'head' | 'all' | readonly number[];

/** A workbook's book as last read or written. */
export interface BookState {
  readonly head: BookHead;
  readonly byTab: ReadonlyMap<TabKey, ReadonlyMap<string, Entry>>;
  /** Row of the Book tab by ID. Lines never move, so this map only ever grows. */
  readonly lines: ReadonlyMap<string, number>;
  /** First free row of the Book tab. */
  readonly end: number;
  /** Lines that could not be read: the ID standing there. */
  readonly broken: readonly string[];
}

/** A tab at one moment. */
export interface SheetReading {
  readonly tab: TabKey;
  /** Column keys by position; '' where staff have a column of their own. */
  readonly columns: readonly string[];
  /** Row of the headers, -1 when there is none. */
  readonly header: number;
  /** All rows from the first, ragged. Only the header row when `partial`. */
  readonly rows: readonly (readonly RawCell[])[];
  /** Rows of the grid. */
  readonly height: number;
  readonly partial: boolean;
}

/** Why a tab could not be read. */
export interface Missing {
  readonly tab: boolean;
  readonly columns: readonly string[];
}

/** One workbook at one moment. */
export interface Reading {
  readonly head: BookHead;
  /** All lines below the head, when they were asked for. */
  readonly lines: readonly (readonly RawCell[])[] | undefined;
  /** Lines by their row, when some were asked for. */
  readonly some?: ReadonlyMap<number, readonly RawCell[]>;
  readonly sheets: ReadonlyMap<TabKey, SheetReading>;
  readonly missing: ReadonlyMap<TabKey, Missing>;
}

export interface Insert {
  readonly tab: TabKey;
  /** Row before which the new rows go. */
  readonly at: number;
  /** Cells by position. */
  readonly rows: readonly (readonly RawCell[])[];
}

/** One guarded batch: swap the baton, write book lines, insert new rows. Applied whole or not at all. */
export interface Batch {
  readonly old: number;
  readonly head: BookHead;
  readonly lines: readonly { readonly line: number; readonly entry: Entry }[];
  /** Row of the book after the last one used. */
  readonly end: number;
  readonly inserts: readonly Insert[];
}

/** A program cell to show in an existing row: the column by its metadata, the row by number. */
export interface Shown {
  readonly tab: TabKey;
  readonly column: string;
  readonly row: number;
  readonly value: RawCell;
}

/** How much of a tab is wanted: all of it, or only where its columns stand. */
export type Depth = 'all' | 'columns';

/** The wire of one workbook. One call of ours is one call of Google's, unless columns turn out to have moved. */
export interface Wire {
  read(ask: { readonly tabs: ReadonlyMap<TabKey, Depth>; readonly book: BookAsk }): Promise<Reading>;
  /** @throws Refused when nothing was applied, Unanswered when nobody knows. */
  commit(batch: Batch): Promise<void>;
  /** @throws Refused, Unanswered */
  show(cells: readonly Shown[]): Promise<void>;
  version(): Promise<string>;
}
