import type { TabKey, Workbook } from '../domain/program/index.ts';
import { catchUp, entriesOf, readBook, writtenSince } from './book.ts';
import { lensOf, sumOf } from './cells.ts';
import { type Source, workbookOf } from './draft.ts';
import { fault } from './errors.ts';
import { project } from './projection.ts';
import { fineOf, keepRows } from './rows.ts';
import { ID, KEY, SUM } from './shape.ts';
import type { BookAsk, BookHead, BookState, Depth, Reading, SheetReading, Wire } from './types.ts';
import type { Wanted } from './wanted.ts';

/**
 * The order in which the workbooks of one decision are written. Programme last: its Stage cells, History and Mail log say
 * whether something has happened, so a crash between two workbooks leaves "not happened yet" there, and the repetition finds
 * the other workbook's rows by their IDs.
 */
export const ORDER: readonly Workbook[] = ['restricted', 'mailings', 'figures', 'programme'];

/** Readings of some lines that found more written meanwhile, before all lines are read. */
const CHASES = 2;

/** Books kept by baton, so that a reading that raced with a commit of ours still finds the book of its own moment. */
const KEPT = 6;

/**
 * Reads workbooks and keeps their books. Only when somebody else's commit moved the baton are the lines read that were written
 * since; the same call then holds both the lines and the tabs, so that all of it is of one moment.
 */
export class BookKeeper {
  readonly #wires: Readonly<Record<Workbook, Wire>>;
  readonly #books = new Map<Workbook, BookState[]>();
  readonly #latest = new Map<Workbook, Source>();
  /** Workbooks whose book went back in time, because a version was restored; nothing is written until it was handed out. */
  readonly restored = new Map<Workbook, 'found' | 'handed out'>();
  /** Tabs whose rows show older program cells than the book has. */
  readonly stale: (tab: TabKey) => void;

  constructor(wires: Readonly<Record<Workbook, Wire>>, stale: (tab: TabKey) => void) {
    this.#wires = wires;
    this.stale = stale;
  }

  current(workbook: Workbook): BookState | undefined {
    return this.#books.get(workbook)?.at(-1);
  }

  /** What was read last, for guessing what a plan is going to ask for. */
  get lately(): ReadonlyMap<Workbook, Source> {
    return this.#latest;
  }

  /** A commit of ours landed, or somebody else's was read. Answers overtake one another, so the newest is kept last. */
  moved(workbook: Workbook, state: BookState): void {
    const list = [...(this.#books.get(workbook) ?? []), state].sort((a, b) => a.head.seq - b.head.seq);
    this.#books.set(workbook, list.slice(-KEPT));
  }

  async read(workbook: Workbook, tabs: ReadonlyMap<TabKey, Depth>): Promise<Source> {
    const wire = this.#wires[workbook];
    let book: BookAsk = this.current(workbook) ? 'head' : 'all';
    for (let chase = 0; ; chase++) {
      const before = this.current(workbook);
      const reading = await wire.read({ tabs, book });
      const state = this.#stateOf(workbook, reading, before);
      if (state)
        return this.#keep(workbook, { state, sheets: this.#known(workbook, reading), missing: reading.missing });
      book = (chase < CHASES && before && writtenSince(before.head, reading.head)) || 'all';
    }
  }

  /** The tabs that were read, with their unchanged rows as they were known. */
  #known(workbook: Workbook, { sheets }: Reading): ReadonlyMap<TabKey, SheetReading> {
    const old = this.#latest.get(workbook)?.sheets;
    if (!old) return sheets;
    return new Map([...sheets].map(([tab, now]) => [tab, keepRows(old.get(tab), now, now.columns.indexOf(KEY))]));
  }

  /** Reads all wanted tabs, one call a workbook. */
  async readAll(want: Wanted): Promise<Map<Workbook, Source>> {
    const books = new Set([...want.books, ...[...want.tabs.keys()].map(workbookOf)]);
    const sources = await Promise.all(
      [...books].map(async (workbook) => [workbook, await this.#readWanted(want, workbook)] as const),
    );
    return new Map(sources);
  }

  /**
   * The same for plans that look into several workbooks. Who finds a decision of another worker in one workbook must find all
   * that came before it in the workbooks that are written later, or an older decision is taken once more over the newer one.
   * So where somebody else's commit shows, the workbooks after it are read again; otherwise this costs nothing.
   */
  async readInOrder(want: Wanted): Promise<Map<Workbook, Source>> {
    const before = new Map(ORDER.map((workbook) => [workbook, this.current(workbook)?.head.baton]));
    const sources = await this.readAll(want);
    let moved = false;
    for (const workbook of ORDER.filter((each) => sources.has(each))) {
      if (moved) sources.set(workbook, await this.#readWanted(want, workbook));
      moved ||= sources.get(workbook)?.state.head.baton !== before.get(workbook);
    }
    return sources;
  }

  #readWanted(want: Wanted, workbook: Workbook): Promise<Source> {
    return this.read(workbook, new Map([...want.tabs].filter(([tab]) => workbookOf(tab) === workbook)));
  }

  /** The book of a reading; `before` is what was known when the reading was asked for. */
  #stateOf(workbook: Workbook, reading: Reading, before: BookState | undefined): BookState | undefined {
    const known = this.#books.get(workbook)?.find((state) => state.head.baton === reading.head.baton);
    if (known && !(before && known.head.seq < before.head.seq)) return known;
    const state = known ?? bookOf(reading, before);
    if (!state) return undefined;
    if (before && !follows(state.head, before.head)) {
      this.restored.set(workbook, 'found');
      this.#books.delete(workbook);
    }
    this.moved(workbook, state);
    return state;
  }

  #keep(workbook: Workbook, source: Source): Source {
    const old = this.#latest.get(workbook);
    this.#latest.set(workbook, {
      state: source.state,
      sheets: old ? new Map([...old.sheets, ...source.sheets]) : source.sheets,
      missing: old ? new Map([...old.missing, ...source.missing]) : source.missing,
    });
    for (const [tab, reading] of source.sheets) {
      if (reading.partial || !reading.columns.includes(SUM)) continue;
      const lens = lensOf(reading);
      const entries = entriesOf(source.state, tab);
      for (let row = 0; row < reading.rows.length; row++) {
        if (fineOf(reading, row, entries)) continue;
        const entry = entries.get(lens.text(row, ID));
        if (!entry?.seen || lens.text(row, SUM) === sumOf(entry)) continue;
        // A misprint, or a line that waits for staff, names a record and stays as it is: to read for it again and again is no use.
        if (project(reading, entries, { full: false, names: false, gives: [] }).length > 0) this.stale(tab);
        break;
      }
    }
    return source;
  }

  /** Stops all writing once a workbook went back in time, until somebody was told. */
  guard(workbook: Workbook): void {
    if (this.restored.get(workbook) === 'found')
      throw fault('record-unavailable', new Error('a former version was restored'));
  }
}

/** The book that a reading holds: whole, or as what was written since the one known before. */
function bookOf({ head, lines, some }: Reading, before: BookState | undefined): BookState | undefined {
  if (lines) return readBook(head, lines);
  return some && before && catchUp(before, head, some);
}

/** The book went on from where it was: its number grew, and it remembers the commit known last. */
function follows(now: BookHead, before: BookHead): boolean {
  if (now.baton === before.baton) return true;
  if (now.seq <= before.seq) return false;
  const last = before.nonces.at(-1);
  return last === undefined || now.seq - before.seq >= now.nonces.length || now.nonces.includes(last);
}
