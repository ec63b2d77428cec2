import type { AnyChange } from '../activities/ports.ts';
import { type CellValue, type RawCell, showCell, type TabKey, tabOf, type Workbook } from '../domain/program/index.ts';
import { BOOK_COLUMNS, encodeEntry, entriesOf, nextHead } from './book.ts';
import { cellHash, LONGEST, newRow } from './cells.ts';
import { fault, Unread } from './errors.ts';
import { RUN, shapeOf } from './shape.ts';
import type { Batch, BookState, Depth, Entry, Insert, Missing, SheetReading } from './types.ts';
import type { Wanted } from './wanted.ts';

/** One workbook as a plan sees it: the book and the tabs, of one moment. */
export interface Source {
  readonly state: BookState;
  readonly sheets: ReadonlyMap<TabKey, SheetReading>;
  readonly missing: ReadonlyMap<TabKey, Missing>;
}

export const workbookOf = (tab: TabKey): Workbook => tabOf(tab).workbook;

/** Staff and person cells of a new row, as they will stand in the sheet. */
export type OwnCells = Readonly<Record<string, RawCell>>;

/** What a group of plans changes, on top of one reading. Later plans see what earlier ones changed. */
export class Draft {
  readonly sources: ReadonlyMap<Workbook, Source>;
  readonly wanted: Wanted;
  readonly #changed = new Map<string, Entry>();
  readonly #inserts = new Map<string, OwnCells>();

  /** Workbooks that the plan at hand looked into, and whether any plan looked into several. */
  readonly #looked = new Set<Workbook>();
  spans = false;

  /** What `put` and `insert` replaced, newest last. */
  readonly #undo: (() => void)[] = [];
  readonly #tailKnown: (tab: TabKey) => boolean;

  constructor(sources: ReadonlyMap<Workbook, Source>, wanted: Wanted, tailKnown: (tab: TabKey) => boolean) {
    this.sources = sources;
    this.wanted = wanted;
    this.#tailKnown = tailKnown;
  }

  /** Runs one plan; whatever it changed is undone when it throws. */
  attempt<T>(plan: () => T): T {
    const before = this.#undo.length;
    this.#looked.clear();
    try {
      return plan();
    } catch (error) {
      while (this.#undo.length > before) this.#undo.pop()?.();
      throw error;
    }
  }

  source(tab: TabKey): Source {
    return this.book(workbookOf(tab));
  }

  /** A workbook's book, wherever its tabs stand. */
  book(workbook: Workbook): Source {
    this.wanted.books.add(workbook);
    this.#looked.add(workbook);
    this.spans ||= this.#looked.size > 1;
    const source = this.sources.get(workbook);
    if (!source) throw new Unread();
    return source;
  }

  /**
   * Notes what a plan needs of a tab; throws `Unread` when this reading does not hold it. Tabs that only the program fills
   * are seen through the book alone; a new row there needs to know where the columns stand and, once, where the tab ends.
   */
  need(tab: TabKey, purpose: 'rows' | 'insert'): SheetReading | undefined {
    const source = this.source(tab);
    const { log } = shapeOf(tab);
    if (log && purpose === 'rows') return undefined;
    const asked: Depth = log && this.#tailKnown(tab) ? 'columns' : 'all';
    if (this.wanted.tabs.get(tab) !== 'all') this.wanted.tabs.set(tab, asked);
    const missing = source.missing.get(tab);
    if (missing?.tab) throw fault('tab-missing');
    if (missing && missing.columns.length > 0 && !log) throw fault('column-missing');
    const reading = source.sheets.get(tab);
    if (!reading || (reading.partial && asked === 'all')) throw new Unread();
    return reading;
  }

  entry(tab: TabKey, id: string): Entry | undefined {
    const changed = this.#changed.get(id);
    return changed?.tab === tab ? changed : entriesOf(this.source(tab).state, tab).get(id);
  }

  /** Records of a tab that this draft changed or made. */
  changedIn(tab: TabKey): Entry[] {
    return [...this.#changed.values()].filter((entry) => entry.tab === tab);
  }

  /** Records of a tab as this draft leaves them, without those whose row it inserts: no reading can show them yet. */
  entries(tab: TabKey): ReadonlyMap<string, Entry> {
    const book = entriesOf(this.source(tab).state, tab);
    const changed = this.changedIn(tab).filter((entry) => !this.#inserts.has(entry.id));
    return changed.length === 0 ? book : new Map([...book, ...changed.map((entry) => [entry.id, entry] as const)]);
  }

  /** Own cells of a row that this draft inserts. */
  inserted(id: string): OwnCells | undefined {
    return this.#inserts.get(id);
  }

  put(entry: Entry): void {
    const line = encodeEntry(entry);
    if (line.length > BOOK_COLUMNS) throw fault('record-refused');
    this.#set(this.#changed, entry.id, entry);
  }

  insert(entry: Entry, own: OwnCells): void {
    this.put(entry);
    this.#set(this.#inserts, entry.id, own);
  }
  #set<V>(map: Map<string, V>, id: string, value: V): void {
    const old = map.get(id);
    this.#undo.push(() => (old === undefined ? map.delete(id) : map.set(id, old)));
    map.set(id, value);
  }

  get workbooks(): Workbook[] {
    return [...new Set([...this.#changed.values()].map((entry) => workbookOf(entry.tab)))];
  }

  /** The guarded batch of one workbook. `tails` says where new rows of a tab go. */
  batch(workbook: Workbook, baton: number, nonce: string, tails: (tab: TabKey) => number): Batch {
    const { state } = this.sources.get(workbook) as Source;
    let end = state.end;
    const lines: { line: number; entry: Entry }[] = [];
    const added = new Map<TabKey, RawCell[][]>();
    for (const changed of this.#changed.values()) {
      if (workbookOf(changed.tab) !== workbook) continue;
      const own = this.#inserts.get(changed.id);
      let entry = changed;
      if (own) {
        const reading = this.source(entry.tab).sheets.get(entry.tab);
        if (!reading) throw new Unread();
        if (!shapeOf(entry.tab).log) entry = { ...entry, placing: true };
        const list = added.get(entry.tab) ?? [];
        list.push(newRow(entry, own, reading.columns));
        added.set(entry.tab, list);
      }
      lines.push({ line: state.lines.get(entry.id) ?? end++, entry });
    }
    const inserts: Insert[] = [...added].map(([tab, list]) => ({ tab, at: tails(tab), rows: list }));
    const rows = lines.map(({ line }) => line);
    return { old: state.head.baton, head: nextHead(state.head, baton, nonce, rows), lines, end, inserts };
  }
}

/** Row after the last one that holds anything. */
export function tailOf(reading: SheetReading): number {
  let tail = reading.rows.length;
  while (tail > 0 && (reading.rows[tail - 1] ?? []).every((cell) => cell === '')) tail--;
  return Math.max(tail, reading.header + 1);
}

/** Takes over the changes of a plan. @throws Fault when one of them cannot be written. */
export function applyChanges(
  draft: Draft,
  changes: readonly AnyChange[],
  run: (tab: TabKey, id: string) => string,
): void {
  for (const change of changes) applyChange(draft, change, run);
}

function applyChange(draft: Draft, change: AnyChange, run: (tab: TabKey, id: string) => string): void {
  const { tab, id } = change;
  const shape = shapeOf(tab);
  const given = change.cells as Readonly<Record<string, CellValue>>;
  const cells: Record<string, CellValue> = {};
  for (const [key, value] of Object.entries(given)) {
    if (!shape.show.includes(key) && key !== RUN) {
      if (key === 'id') continue;
      throw fault('record-refused', new Error(`${tab}.${key} is not a program column`));
    }
    if (value !== undefined && String(showCell(value)).length > LONGEST) throw fault('record-refused');
    cells[key] = value;
  }
  const old = draft.entry(tab, id);
  if (old?.seen) {
    const next = { ...old.cells, ...cells };
    if (!differ(old.cells, next)) return;
    draft.need(tab, 'rows');
    draft.put({ ...old, rev: old.rev + 1, cells: next });
    return;
  }
  if (!change.create) throw fault('row-gone', new Error('a change of a row the book does not know'));
  draft.need(tab, 'insert');
  const own: Record<string, RawCell> = {};
  const seen: Record<string, string> = {};
  const person = change.create as Readonly<Record<string, CellValue>>;
  for (const key of shape.own) {
    const value = person[key];
    if (value === undefined || value === false) continue;
    const raw = showCell(value);
    if (String(raw).length > LONGEST) throw fault('record-refused');
    own[key] = raw;
    const hash = cellHash(shape, key, raw);
    if (hash) seen[key] = hash;
  }
  const link = shape.names.includes(RUN) ? run(tab, id) : '';
  const programCells = { ...(link ? { [RUN]: link } : {}), ...cells };
  draft.insert({ id, tab, rev: 1, key: `${id}@1`, cells: programCells, seen }, own);
}

function differ(a: Readonly<Record<string, CellValue>>, b: Readonly<Record<string, CellValue>>): boolean {
  return Object.keys(b).some(
    (key) => String(showCell(a[key])) !== String(showCell(b[key])) || typeof a[key] !== typeof b[key],
  );
}
