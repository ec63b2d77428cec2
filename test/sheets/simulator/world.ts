import { type RawCell, type TabKey, tabOf, tabsOf } from '../../../domain/program/index.ts';
import { encodeEntry } from '../../../sheets/book.ts';
import { hashesOf } from '../../../sheets/cells.ts';
import { Refused } from '../../../sheets/errors.ts';
import { idOfKey } from '../../../sheets/identity.ts';
import { columnOf, ID, KEY, RUN, SUM, shapeOf } from '../../../sheets/shape.ts';
import type { Batch, BookAsk, BookHead, Reading, SheetReading, Shown } from '../../../sheets/types.ts';

type Cells = Record<string, string>;

/** A row as the sheet shows it, and its shadow: what it would show if the program only ever did what it may do. */
export interface SimRow {
  cells: Cells;
  /** Staff and person cells, and staff's own columns, as people wrote them. */
  shadow: Cells;
  /** The record that this row stands for; '' for a typed row. */
  owner: string;
  /** A record whose row was copied here or from here: which of them keeps the ID is for the program to say. */
  kin: string;
  misprint: boolean;
  /** Only columns of the program moved before it was inserted: to be put right where it stands. */
  askew: boolean;
  /** Names that staff changed and the program has not put right yet. They go wherever the row's cells go. */
  hurt: readonly string[];
}

export const blankRow = (): SimRow => ({
  cells: {},
  shadow: {},
  owner: '',
  kin: '',
  misprint: false,
  askew: false,
  hurt: [],
});
export const isBlank = (row: SimRow): boolean => Object.values(row.cells).every((cell) => !cell);

export interface SimTab {
  readonly tab: TabKey;
  readonly own: readonly string[];
  readonly show: readonly string[];
}
export const WITH_RUN: SimTab = { tab: 'cases', own: ['words', 'outcome', 'staffNote'], show: ['stage', 'nextStep'] };
export const WITHOUT_RUN: SimTab = { tab: 'alumni', own: ['name', 'email', 'school'], show: ['systemNote'] };

/** One workbook with one tab: what Google keeps. */
export class World {
  readonly tab: SimTab;
  readonly names: readonly string[];
  readonly header: SimRow = blankRow();
  rows: SimRow[] = [];
  /** Column keys by position; `extra…` are staff's own. Their metadata moves with them. */
  columns: string[];
  head: BookHead = { baton: 1, seq: 0, nonces: [] };
  lines: string[][] = [];
  /** Records that staff took the identity of: two names destroyed, or one name and most of the cells. */
  readonly excused = new Set<string>();
  /** Headers written over when the header row moved, of which staff then renamed the sum's, which tells what happened. */
  readonly lostHeaders = new Set<string>();
  /** Every state of a record's staff and person cells that people wrote, as hashes. */
  readonly written = new Map<string, Set<string>>();
  readonly violations: string[] = [];

  constructor(tab: SimTab) {
    this.tab = tab;
    this.names = shapeOf(tab.tab).names;
    const [first, ...own] = tab.own;
    this.columns = [ID, first as string, tab.show[0] as string, KEY, ...own, ...tab.show.slice(1), SUM];
    if (this.names.includes(RUN)) this.columns.push(RUN);
    for (const column of this.columns) this.header.cells[column] = columnOf(tab.tab, column).header;
    this.header.shadow = { ...this.header.cells };
    this.rows = [this.header];
  }

  get data(): SimRow[] {
    return this.rows.filter((row) => row !== this.header);
  }
  /** The header is neither what setup gave it nor what staff called it. */
  overwritten(column: string): boolean {
    const text = this.header.cells[column] ?? '';
    return !text.startsWith('head') && text !== columnOf(this.tab.tab, column).header;
  }
  isProgram(column: string): boolean {
    return this.tab.show.includes(column) || this.names.includes(column) || column === SUM;
  }
  hashes(row: SimRow): string {
    return stateOf(hashesOf(shapeOf(this.tab.tab), (key) => row.cells[key] ?? ''));
  }
  /** Notes what staff and persons have written by now. */
  note(): void {
    for (const row of this.data)
      for (const id of [row.owner, row.kin]) {
        if (!id) continue;
        const states = this.written.get(id) ?? new Set();
        this.written.set(id, states.add(this.hashes(row)));
      }
  }

  /** False: batches on an old baton are carried out, too. To see that the comparison notices. */
  guarded = true;

  /** Rows as they stood when a copy was made, newest copy first. */
  readonly copies: (readonly RawCell[])[][] = [];
  copy(): void {
    this.copies.unshift(this.rows.map((row) => this.columns.map((column) => row.cells[column] ?? '')));
  }

  /** How often anything changed. */
  touched = 0;
  #last: { readonly touched: number; readonly reading: Reading } | undefined;

  /** What Google answers now; the same objects as long as nothing changed. */
  reading(book: BookAsk): Reading {
    if (this.#last?.touched !== this.touched) this.#last = { touched: this.touched, reading: this.#read() };
    const { reading } = this.#last;
    if (book === 'all') return reading;
    if (book === 'head') return { ...reading, lines: undefined };
    return { ...reading, lines: undefined, some: new Map(book.map((row) => [row, reading.lines?.[row - 1] ?? []])) };
  }

  #read(): Reading {
    const reading: SheetReading = {
      tab: this.tab.tab,
      columns: this.columns.map((column) => (column.startsWith('extra') ? '' : column)),
      header: this.rows.indexOf(this.header),
      rows: this.rows.map((row) => this.columns.map((column): RawCell => row.cells[column] ?? '')),
      height: this.rows.length,
      partial: false,
    };
    return {
      head: this.head,
      lines: this.lines.map((line) => [...line]),
      sheets: new Map([...this.#otherTabs(), [this.tab.tab, reading]]),
      missing: new Map(),
    };
  }

  /** The workbook's other tabs stay empty. */
  #otherTabs(): readonly (readonly [TabKey, SheetReading])[] {
    this.#others ??= tabsOf(tabOf(this.tab.tab).workbook).map((tab) => {
      const columns = shapeOf(tab).all;
      return [tab, { tab, columns, header: 0, rows: [columns], height: 1, partial: false }] as const;
    });
    return this.#others;
  }
  #others: readonly (readonly [TabKey, SheetReading])[] | undefined;

  /** The guarded batch, whole or not at all. */
  commit(batch: Batch): void {
    if (this.guarded && batch.old !== this.head.baton) throw new Refused('baton');
    let height = this.rows.length;
    for (const insert of batch.inserts) {
      if (insert.at > height || insert.rows.some((row) => row.length > this.columns.length))
        throw new Refused('content');
      height += insert.rows.length;
    }
    this.touched++;
    this.head = batch.head;
    for (const { line, entry } of batch.lines) {
      this.lines[line - 1] = encodeEntry(entry);
      for (const key of entry.dead ?? []) this.#declareMisprint(key);
      const known = batch.inserts.length > 0 && isInserted(batch, entry.key) ? undefined : this.written.get(entry.id);
      if (known && entry.seen && !this.excused.has(entry.id) && !known.has(stateOf(entry.seen)))
        this.violations.push(`edit of ${entry.id} that nobody made`);
    }
    for (let i = 0; i < this.lines.length; i++) this.lines[i] ??= [];
    for (const { at, rows } of batch.inserts)
      rows.forEach((cells, i) => {
        this.rows.splice(at + i, 0, this.#printed(cells, batch));
      });
    this.note();
  }

  #printed(cells: readonly RawCell[], batch: Batch): SimRow {
    const row = blankRow();
    cells.forEach((cell, i) => {
      row.cells[this.columns[i] as string] = String(cell);
    });
    for (const [column, cell] of Object.entries(row.cells)) if (!this.isProgram(column)) row.shadow[column] = cell;
    const entry = batch.lines.find((line) => cells.includes(line.entry.key))?.entry;
    const key = Object.keys(row.cells).find((column) => row.cells[column] === entry?.key) ?? '';
    const run = this.names.includes(RUN) && row.cells[RUN] === `run/${entry?.id}`;
    const named = row.cells[ID] === entry?.id || (run && key !== KEY);
    row.misprint = !this.isProgram(key) || !named || this.hashes(row) !== stateOf(entry?.seen ?? {});
    row.askew = !row.misprint && key !== KEY;
    if (!row.misprint) row.owner = entry?.id ?? '';
    // Staff undid a deletion in the very moment in which the row was brought back: one of the two is a copy.
    const twins = this.data.filter((each) => row.owner && each.owner === row.owner);
    if (twins.length > 0) for (const each of [...twins, row]) each.kin = row.owner;
    return row;
  }

  #declareMisprint(key: string): void {
    for (const row of this.data)
      if (row.cells[KEY] !== key || row.cells[ID] !== idOfKey(key))
        if (Object.values(row.cells).includes(key)) Object.assign(row, { misprint: true, owner: '' });
  }

  /** Program cells in rows that exist: columns by metadata, rows by number. */
  show(cells: readonly Shown[]): void {
    for (const { column, row } of cells)
      if (row >= this.rows.length || !this.columns.includes(column)) throw new Refused('content');
    this.touched++;
    for (const { column, row, value } of cells) {
      const target = this.rows[row] as SimRow;
      if (!this.isProgram(column)) this.violations.push(`the program wrote into ${column}`);
      target.cells[column] = String(value);
    }
  }
}

const isInserted = (batch: Batch, key: string): boolean =>
  batch.inserts.some(({ rows }) => rows.some((row) => row.includes(key)));

const stateOf = (seen: Readonly<Record<string, string>>): string => JSON.stringify(Object.entries(seen).sort());
