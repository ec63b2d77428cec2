import type { Trouble } from '../activities/ports.ts';
import { type TabKey, tabOf, tabsOf, type Workbook } from '../domain/program/index.ts';
import { emptied, lostOf, ownCells } from './again.ts';
import { entriesOf } from './book.ts';
import { type Draft, type Source, workbookOf } from './draft.ts';
import { Refused, Unanswered } from './errors.ts';
import type { BookKeeper } from './keeper.ts';
import { type PassPlan, planPass } from './pass.ts';
import { type Give, orderOf, project } from './projection.ts';
import { shapeOf } from './shape.ts';
import type { Depth, Entry, SheetReading, Shown, Wire } from './types.ts';

export interface ProjectorOptions {
  readonly wires: Readonly<Record<Workbook, Wire>>;
  readonly keeper: BookKeeper;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Commits wait: showing them row by row can wait too. */
  readonly busy: () => boolean;
  readonly decide: <T>(workbook: Workbook, decide: (draft: Draft) => T) => Promise<T>;
  readonly newId: (tab: TabKey) => string;
  readonly run: (tab: TabKey, id: string) => string;
  /** How long rows may be behind while commits keep coming, in milliseconds; a fifth of it while none do. */
  readonly showWithin: number;
  readonly log?: (line: string) => void;
}

/** Passes until a typed row has all its names and is known; more means that staff are at work right now. */
const PASSES = 14;
/** Every so many passes the tabs that only the program fills are compared cell by cell too. */
const LOGS_EVERY = 20;

interface Seen {
  readonly plans: readonly { readonly tab: TabKey; readonly plan: PassPlan; readonly reading: SheetReading }[];
  readonly source: Source;
  readonly committed: boolean;
  /** Rows stand in another order than in the look before. */
  readonly moved: boolean;
}

/** Brings the rows up to date with the book, and the book with what staff did. One hand per workbook at a time. */
export class Projector {
  readonly #options: ProjectorOptions;
  readonly #behind = new Map<TabKey, number>();
  readonly #orders = new Map<TabKey, string>();
  readonly #hands = new Map<Workbook, Promise<unknown>>();
  readonly #passes = new Map<Workbook, number>();
  #showing: Promise<void> | undefined;
  #closed = false;

  constructor(options: ProjectorOptions) {
    this.#options = options;
  }

  get behind(): boolean {
    return this.#behind.size > 0 || this.#showing !== undefined;
  }

  close(): void {
    this.#closed = true;
  }

  /** Rows of this tab are behind the book; they are shown soon, many changes at once. */
  changed(tab: TabKey): void {
    if (this.#closed) return;
    if (!this.#behind.has(tab)) this.#behind.set(tab, this.#options.now());
    this.#showing ??= this.#show();
  }

  async #show(): Promise<void> {
    const { sleep, showWithin, log } = this.#options;
    let failures = 0;
    while (this.#behind.size > 0 && !this.#closed) {
      await sleep(failures > 0 ? Math.min(5000, 100 * 2 ** failures) : showWithin / 20);
      const ripe = this.#ripe();
      if (ripe.length === 0) continue;
      try {
        await this.#flush(ripe);
        failures = 0;
      } catch (error) {
        failures++;
        log?.(`rows could not be brought up to date (${failures}): ${error instanceof Error ? error.name : 'error'}`);
        if (failures > 6) break;
      }
    }
    this.#showing = undefined;
  }

  /** Tabs behind for long enough that more changes may have come to be shown in the same call; logs are long, and wait longer. */
  #ripe(): TabKey[] {
    const { now, busy, showWithin } = this.#options;
    const soon = busy() ? showWithin : showWithin / 5;
    return [...this.#behind].flatMap(([tab, since]) =>
      now() - since >= (shapeOf(tab).log ? 2 * showWithin : soon) ? [tab] : [],
    );
  }

  /** Shows what is behind now, of one workbook or of all. */
  flush(workbook?: Workbook): Promise<void> {
    return this.#flush([...this.#behind.keys()].filter((tab) => !workbook || workbookOf(tab) === workbook));
  }

  async #flush(behind: readonly TabKey[]): Promise<void> {
    const books = new Map<Workbook, TabKey[]>();
    for (const tab of behind) {
      const list = books.get(workbookOf(tab)) ?? [];
      books.set(workbookOf(tab), [...list, tab]);
    }
    for (const [workbook, tabs] of books) await this.#inTurn(workbook, () => this.#light(workbook, tabs));
  }

  async #light(workbook: Workbook, tabs: readonly TabKey[]): Promise<void> {
    const since = new Map(tabs.map((tab) => [tab, this.#behind.get(tab)]));
    // Taken out before the reading: a commit that lands meanwhile puts its tab in again.
    for (const tab of tabs) this.#behind.delete(tab);
    try {
      await this.#showTabs(workbook, tabs);
    } catch (error) {
      for (const [tab, at] of since) this.#behind.set(tab, at ?? this.#options.now());
      if (!this.#closed) this.#showing ??= this.#show();
      throw error;
    }
  }

  async #showTabs(workbook: Workbook, tabs: readonly TabKey[]): Promise<void> {
    const source = await this.#options.keeper.read(workbook, new Map(tabs.map((tab): [TabKey, Depth] => [tab, 'all'])));
    const cells = [...source.sheets.values()].flatMap((reading) =>
      reading.partial
        ? []
        : project(reading, entriesOf(source.state, reading.tab), { full: false, names: false, gives: [] }),
    );
    if (cells.length > 0) await this.#options.wires[workbook].show(cells);
  }

  /** Passes over a whole workbook until there is nothing left to do. Returns what only staff can put right. */
  pass(workbook: Workbook): Promise<{ troubles: readonly Trouble[] }> {
    return this.#inTurn(workbook, async () => {
      let troubles: readonly Trouble[] = [];
      for (let i = 0; i < PASSES; i++) {
        const seen = await this.#look(workbook);
        troubles = [...missing(seen.source), ...seen.plans.flatMap(({ plan }) => plan.troubles)];
        const wrote = await this.#put(workbook, seen);
        const unsettled = seen.plans.some(({ plan }) => plan.unsettled);
        const named = seen.plans.some(({ plan }) => plan.gives.length + plan.again.length > 0);
        const waits = unsettled && (i === 0 || wrote || seen.committed || seen.moved);
        // Cells that were written while the order stood still need no second look: what staff do meanwhile is the next pass's.
        if (!named && !waits && !(wrote && seen.moved)) break;
      }
      await this.#logs(workbook);
      return { troubles };
    });
  }

  async #look(workbook: Workbook): Promise<Seen> {
    const { decide, newId, run, keeper } = this.#options;
    const before = keeper.current(workbook)?.head.seq;
    const tabs = tabsOf(workbook).filter((tab) => !shapeOf(tab).log);
    const behind = tabs.filter((tab) => this.#behind.delete(tab));
    const seen = await decide(workbook, (draft) => {
      const source = draft.book(workbook);
      const plans = tabs.flatMap((tab) => {
        if (source.missing.has(tab)) {
          const lack = source.missing.get(tab);
          draft.wanted.tabs.set(tab, 'all');
          if (lack?.tab || blocked(tab, lack?.columns ?? [])) return [];
        }
        const reading = readingOf(draft, tab);
        const still = this.#orders.get(tab) === orderOf(reading);
        const plan = planPass({ reading, entries: draft.entries(tab), still, newId, run });
        for (const entry of plan.entries) draft.put(entry);
        for (const entry of plan.again) {
          const own = ownCells(entry, misprintsOf(reading, entry));
          draft.insert(emptied(entry, lostOf(entry, own)), own);
        }
        return [{ tab, plan, reading, still }];
      });
      return { plans, source, changes: plans.some(({ plan }) => plan.entries.length + plan.again.length > 0) };
    }).catch((error: unknown) => {
      for (const tab of behind) this.changed(tab);
      throw error;
    });
    for (const { tab, reading } of seen.plans) this.#orders.set(tab, orderOf(reading));
    return {
      ...seen,
      committed: seen.changes && before !== keeper.current(workbook)?.head.seq,
      moved: seen.plans.some(({ still }) => !still),
    };
  }

  /** Writes where rows differ from the book. Names are written only if the order stood still over two readings. */
  async #put(workbook: Workbook, seen: Seen): Promise<boolean> {
    const { keeper, wires, log } = this.#options;
    const tabs = new Map(seen.plans.map(({ tab }): [TabKey, Depth] => [tab, 'all']));
    const behind = (): boolean => {
      const { byTab } = keeper.current(workbook) ?? seen.source.state;
      return seen.plans.some(({ tab, plan, reading }) => {
        const entries = byTab.get(tab) ?? new Map<string, Entry>();
        return project(reading, entries, { full: true, names: !seen.moved, gives: plan.gives }).length > 0;
      });
    };
    // What was committed may change no cell that rows show: then nothing has to be read once more.
    if (seen.committed && !behind()) return false;
    const source = seen.committed ? await keeper.read(workbook, tabs) : seen.source;
    const cells = seen.plans.flatMap(({ tab, plan, reading }): Shown[] => {
      const now = source.sheets.get(tab);
      if (!now || now.partial) return [];
      const names = !seen.moved && orderOf(now) === orderOf(reading);
      return project(now, entriesOf(source.state, tab), { full: true, names, gives: plan.gives as Give[] });
    });
    if (cells.length === 0) return false;
    try {
      await wires[workbook].show(cells);
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unanswered)) throw error;
      log?.(`a pass over ${workbook} could not be written; the next one finds the same`);
      for (const tab of tabs.keys()) this.changed(tab);
    }
    return true;
  }

  /** Brings tabs that only the program fills up to date, and repairs them now and then: they may be long. */
  async #logs(workbook: Workbook): Promise<void> {
    const count = this.#passes.get(workbook) ?? 0;
    this.#passes.set(workbook, count + 1);
    const tabs = tabsOf(workbook).filter((tab) => shapeOf(tab).log);
    const behind = tabs.filter((tab) => this.#behind.has(tab));
    if (count % LOGS_EVERY !== 0 || tabs.length === 0) {
      if (behind.length > 0) await this.#light(workbook, behind);
      return;
    }
    for (const tab of behind) this.#behind.delete(tab);
    const { keeper, wires } = this.#options;
    const source = await keeper.read(workbook, new Map(tabs.map((tab): [TabKey, Depth] => [tab, 'all'])));
    const cells = [...source.sheets.values()].flatMap((reading) => {
      const still = this.#orders.get(reading.tab) === orderOf(reading);
      this.#orders.set(reading.tab, orderOf(reading));
      return project(reading, entriesOf(source.state, reading.tab), { full: true, names: still, gives: [] });
    });
    if (cells.length > 0) await wires[workbook].show(cells);
  }

  #inTurn<T>(workbook: Workbook, work: () => Promise<T>): Promise<T> {
    const before = this.#hands.get(workbook) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#hands.set(
      workbook,
      mine.catch(() => undefined),
    );
    return mine;
  }
}

function readingOf(draft: Draft, tab: TabKey): SheetReading {
  const lack = draft.source(tab).missing.get(tab);
  const reading = draft.source(tab).sheets.get(tab);
  if (lack && reading && !reading.partial) return reading;
  return draft.need(tab, 'rows') as SheetReading;
}

/** Without these columns nothing can be said about a row. */
const blocked = (tab: TabKey, columns: readonly string[]): boolean => {
  const { own, names } = shapeOf(tab);
  return columns.some((key) => own.includes(key) || names.includes(key));
};

/** Lines where a row of this record was misprinted. */
function misprintsOf(reading: SheetReading, { dead = [] }: Entry): SheetReading['rows'] {
  const keys = new Set(dead);
  return reading.rows.filter((row) => row.some((cell) => keys.has(String(cell))));
}

function missing(source: Source): Trouble[] {
  return [...source.missing].flatMap(([tab, lack]): Trouble[] => {
    if (lack.tab)
      return [
        {
          kind: 'missing tab',
          tab,
          id: '',
          detail: `the tab "${tabOf(tab).title}" is missing; undo, or run the setup again`,
        },
      ];
    return lack.columns.map((key) => ({
      kind: 'missing column',
      tab,
      id: '',
      detail: `the column "${tabOf(tab).columns[key]?.header ?? key}" of "${tabOf(tab).title}" is missing; undo, or run the setup again`,
    }));
  });
}
