import { setTimeout as realSleep } from 'node:timers/promises';
import type { AnyChange, BroughtBack, CommitResult, Edit, RecordPort, Trouble, View } from '../activities/ports.ts';
import { type RawCell, rowId, type TabKey, tabOf, tabOfId, tabsOf, type Workbook } from '../domain/program/index.ts';
import { insertedAgain, lostOf, ownCells } from './again.ts';
import { Commits, type Outcome } from './commits.ts';
import type { Copies } from './copies.ts';
import { applyChanges, Draft, workbookOf } from './draft.ts';
import { identify } from './identity.ts';
import { BookKeeper } from './keeper.ts';
import { editOf, flagTrouble, toldOf } from './pass.ts';
import { Projector } from './projector.ts';
import { shapeOf } from './shape.ts';
import type { Wire } from './types.ts';
import { viewOf } from './view.ts';
import { wanted } from './wanted.ts';

export interface RecordOptions {
  readonly wires: Readonly<Record<Workbook, Wire>>;
  /** Daily copies; without them nothing is copied, and deleted rows come back by undo only. */
  readonly copies?: Pick<Copies, 'keep' | 'rowsOf'>;
  /** Real time in milliseconds. */
  readonly now: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  /** In [0, 1); names commits, batons and typed rows. */
  readonly random?: () => number;
  /** The link in a row's Run column. */
  readonly runUrl?: (tab: TabKey, id: string) => string;
  /** One line without any cell's content. */
  readonly log?: (line: string) => void;
  /** How long a commit tries before it gives up, in milliseconds. */
  readonly patience?: number;
  /** How long rows may wait to be brought up to date while commits keep coming, in milliseconds. */
  readonly showWithin?: number;
}

const RESTORED = 'restored version';
const WORKBOOK_KEYS: readonly Workbook[] = ['programme', 'restricted', 'mailings', 'figures'];

/** The record over wires: everything of the protocol, nothing of Google. */
export class RecordKeeper implements RecordPort {
  readonly #options: RecordOptions;
  readonly #keeper: BookKeeper;
  readonly #commits: Commits;
  readonly #projector: Projector;
  #nextRead: Promise<View> | undefined;
  #reading: Promise<unknown> = Promise.resolve();

  constructor(options: RecordOptions) {
    const sleep = options.sleep ?? ((ms) => realSleep(ms));
    const random = options.random ?? Math.random;
    this.#options = { patience: 60_000, ...options };
    this.#keeper = new BookKeeper(options.wires, (tab) => this.#projector.changed(tab));
    this.#commits = new Commits({
      wires: options.wires,
      keeper: this.#keeper,
      now: options.now,
      sleep,
      random,
      changed: (tab) => this.#projector.changed(tab),
    });
    this.#projector = new Projector({
      wires: options.wires,
      keeper: this.#keeper,
      now: options.now,
      sleep,
      busy: () => this.#commits.waiting,
      decide: (workbook, decide) => this.#ask(new Set([workbook]), decide),
      newId: (tab) => rowId(tab, `typed/${random()}`),
      run: (tab, id) => options.runUrl?.(tab, id) ?? '',
      showWithin: options.showWithin ?? 1000,
      ...(options.log ? { log: options.log } : {}),
    });
  }

  read(tabs?: readonly TabKey[]): Promise<View> {
    if (tabs)
      return this.ask((view) => {
        for (const tab of tabs) view.rows(tab);
        return view;
      });
    this.#nextRead ??= this.#reading.then(() => {
      this.#nextRead = undefined;
      const read = this.#readAll();
      this.#reading = read.catch(() => undefined);
      return read;
    });
    return this.#nextRead;
  }

  async #readAll(): Promise<View> {
    const want = wanted();
    for (const workbook of WORKBOOK_KEYS) {
      want.books.add(workbook);
      for (const tab of tabsOf(workbook)) if (!shapeOf(tab).log) want.tabs.set(tab, 'all');
    }
    return viewOf(new Draft(await this.#keeper.readAll(want), wanted(), () => true));
  }

  async commit<R>(
    plan: (view: View) => { readonly changes: readonly AnyChange[]; readonly result: R },
  ): Promise<CommitResult<R>> {
    type Decided = Outcome & {
      readonly result: CommitResult<R>;
      readonly changes: readonly AnyChange[];
      /** Revisions of the changed records when it was decided. */
      readonly revs: ReadonlyMap<string, number | undefined>;
    };
    const run = (tab: TabKey, id: string) => this.#options.runUrl?.(tab, id) ?? '';
    const outcome = await this.#add((draft, earlier, landed): Decided => {
      const decided = earlier as Decided | undefined;
      const rest = decided?.changes.filter(({ tab }) => !landed.has(workbookOf(tab)));
      if (decided && rest?.every(({ tab, id }) => draft.entry(tab, id)?.rev === decided.revs.get(id))) {
        applyChanges(draft, rest, run);
        return { ...decided, anew: false, result: { ...decided.result, gone: gone(draft, decided.changes) } };
      }
      const { changes, result } = plan(viewOf(draft));
      const revs = new Map(changes.map(({ tab, id }) => [id, draft.entry(tab, id)?.rev]));
      applyChanges(draft, changes, run);
      const books = new Set(changes.map((change) => workbookOf(change.tab)));
      return { changes, revs, books, result: { result, gone: gone(draft, changes) }, anew: decided !== undefined };
    });
    return outcome.result as CommitResult<R>;
  }

  ask<T>(select: (view: View) => T): Promise<T> {
    return this.#ask(new Set(), (draft) => select(viewOf(draft)));
  }

  /** Something of the record's own to decide on a reading. */
  async #ask<T>(books: ReadonlySet<Workbook>, decide: (draft: Draft) => T): Promise<T> {
    const outcome = await this.#add((draft, decided) => decided ?? { books, result: decide(draft) });
    return outcome.result as T;
  }

  #add(
    decide: (draft: Draft, decided: Outcome | undefined, landed: ReadonlySet<Workbook>) => Outcome,
  ): Promise<Outcome> {
    const deadline = this.#options.now() + (this.#options.patience ?? 0);
    return new Promise((done, failed) => this.#commits.add({ decide, done, failed, deadline }));
  }

  async edits(workbook: Workbook): Promise<{ edits: readonly Edit[]; troubles: readonly Trouble[] }> {
    const { restored } = this.#keeper;
    const back = (): boolean => restored.get(workbook) === 'found';
    const passed = back()
      ? { troubles: [] }
      : await this.#projector.pass(workbook).catch((error: unknown) => {
          if (!back()) throw error;
          return { troubles: [] };
        });
    const edits: Edit[] = [];
    const flags: Trouble[] = [];
    if (restored.has(workbook)) {
      const detail = 'a former version of the file was restored; rows are shown anew';
      flags.push({ ...ofBook(workbook, 'restored version', '', detail), key: `${workbook}:${RESTORED}` });
    }
    if (back()) {
      // Nothing is read off a workbook that went back until this was handed out.
      restored.set(workbook, 'handed out');
      return { edits, troubles: flags };
    }
    const state = this.#keeper.current(workbook);
    for (const entries of state?.byTab.values() ?? [])
      for (const entry of entries.values()) {
        if (entry.tell) edits.push(editOf(entry));
        const trouble = flagTrouble(entry);
        if (trouble) flags.push(trouble);
      }
    const broken = (state?.broken ?? []).map((id) =>
      ofBook(workbook, 'unreadable', id, 'its line in the Book tab was changed by hand'),
    );
    return { edits, troubles: [...passed.troubles, ...flags, ...broken] };
  }

  show(workbook: Workbook): Promise<void> {
    return this.#projector.flush(workbook);
  }

  async told(workbook: Workbook, keys: readonly string[]): Promise<void> {
    if (keys.includes(`${workbook}:${RESTORED}`)) this.#keeper.restored.delete(workbook);
    const marks = keys.flatMap((key) => {
      const id = key.slice(0, key.indexOf(':'));
      const tab = tabOfId(id);
      return tab && workbookOf(tab) === workbook ? [{ key, id, tab }] : [];
    });
    if (marks.length === 0) return;
    await this.#ask(new Set([workbook]), (draft) => {
      draft.book(workbook);
      for (const { key, id, tab } of marks) {
        const entry = draft.entry(tab, id);
        const told = entry && toldOf(entry, key);
        if (told) draft.put(told);
      }
    });
  }

  async bringBack(tab: TabKey, id: string): Promise<BroughtBack> {
    const rows: (readonly RawCell[])[] = [];
    const entry = await this.#ask(new Set(), (draft) => draft.entry(tab, id));
    if (!entry?.seen) return { status: 'unknown' };
    for await (const some of this.#options.copies?.rowsOf(tab, id) ?? []) {
      rows.push(...some);
      if (Object.keys(ownCells(entry, rows)).length === Object.keys(entry.seen).length) break;
    }
    if (rows.length === 0) return { status: 'no copy' };
    return this.#ask(new Set([workbookOf(tab)]), (draft): BroughtBack => {
      const now = draft.entry(tab, id);
      const reading = draft.need(tab, 'rows');
      if (!now?.seen || !reading) return { status: 'unknown' };
      const found = identify(reading, draft.entries(tab));
      if (now.placing || found.rowsOf.has(id)) return { status: 'there' };
      const names = (row: number): boolean =>
        reading.rows[row]?.some((cell) => cell === id || cell === now.key) ?? false;
      if (!now.flag?.startsWith('vanished') || [...found.held].some(names)) return { status: 'held' };
      const own = ownCells(now, rows);
      const lost = lostOf(now, own);
      draft.insert(insertedAgain(now, lost), own);
      return { status: 'back', lost: lost.map((key) => tabOf(tab).columns[key]?.header ?? key) };
    });
  }

  async keepCopy(workbook: Workbook, day: string, days: number): Promise<void> {
    await this.#options.copies?.keep(workbook, day, days);
  }

  version(workbook: Workbook): Promise<string> {
    return this.#options.wires[workbook].version();
  }

  /** Resolves when every commit so far is in the book and the rows show it. */
  async settle(): Promise<void> {
    while (!this.#commits.idle || this.#projector.behind) {
      await this.#projector.flush();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async close(): Promise<void> {
    await this.settle();
    this.#projector.close();
  }
}

function ofBook(workbook: Workbook, kind: Trouble['kind'], id: string, detail: string): Trouble {
  return { kind, tab: tabsOf(workbook)[0] as TabKey, id, detail };
}

/** Changed records of which no row shows anything. */
function gone(draft: Draft, changes: readonly AnyChange[]): string[] {
  const out = new Set<string>();
  for (const { tab, id } of changes) {
    if (draft.inserted(id)) continue;
    const source = draft.source(tab);
    const reading = source.sheets.get(tab);
    const entry = draft.entry(tab, id);
    if (!reading || reading.partial) {
      if (entry?.flag?.startsWith('vanished')) out.add(id);
      continue;
    }
    const entries = source.state.byTab.get(tab);
    if (entries && !identify(reading, entries).rowsOf.has(id)) out.add(id);
  }
  return [...out];
}
