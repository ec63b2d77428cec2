import { type TabKey, tabsOf, type Workbook } from '../domain/program/index.ts';
import { applyToBook, entriesOf } from './book.ts';
import { sumOf } from './cells.ts';
import { Draft, type Source, tailOf } from './draft.ts';
import { fault, Refused, Unanswered, Unread } from './errors.ts';
import { type BookKeeper, ORDER } from './keeper.ts';
import { shapeOf } from './shape.ts';
import type { Entry, Wire } from './types.ts';
import { grown, merge, shrunk, type Wanted, wanted } from './wanted.ts';

export interface Outcome {
  readonly result: unknown;
  /** The earlier decision no longer fits what stands in the book: this one replaces it. */
  readonly anew?: boolean;
  /** Workbooks the job may change. */
  readonly books: ReadonlySet<Workbook>;
}
/**
 * Refusals of a batch that no two readings explain, before it counts as wrong itself. One may be staff who took rows away and put them
 * back between two looks.
 */
const UNEXPLAINED = 4;

/** One waiting plan. */
export interface Job {
  /**
   * Decides on the draft. Once a part of a decision has landed, the rest of that decision is applied, so that a plan over
   * several workbooks is not half one decision and half another, unless somebody changed the same records meanwhile.
   */
  readonly decide: (draft: Draft, decided: Outcome | undefined, landed: ReadonlySet<Workbook>) => Outcome;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: unknown) => void;
  readonly deadline: number;
}
interface Open extends Job {
  decided?: Outcome;
  readonly landed: Set<Workbook>;
}
/** A batch that was sent and of which nobody knows whether it was, or still will be, applied. */
interface Attempt {
  readonly workbook: Workbook;
  /** The baton it needs. */
  readonly old: number;
  readonly outcomes: ReadonlyMap<Open, Outcome>;
}

/** Most plans in one batch; what their changes weigh is limited below. */
const MOST = 1200;
/** Google recommends at most 2 MB; a group beyond this is halved. */
const BYTES = 1_500_000;

export interface CommitOptions {
  readonly wires: Readonly<Record<Workbook, Wire>>;
  readonly keeper: BookKeeper;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly random: () => number;
  /** Rows of a tab changed in the book. */
  readonly changed: (tab: TabKey) => void;
}

/** The one line of commits: plans that wait are decided one after the other over one reading and written in one batch. */
export class Commits {
  readonly #options: CommitOptions;
  readonly #waiting: Open[] = [];
  readonly #tails = new Map<TabKey, number>();
  #working: Promise<void> | undefined;

  constructor(options: CommitOptions) {
    this.#options = options;
  }

  get idle(): boolean {
    return this.#waiting.length === 0 && this.#working === undefined;
  }
  get waiting(): boolean {
    return this.#waiting.length > 0;
  }

  add(job: Job): void {
    this.#waiting.push({ ...job, landed: new Set() });
    this.#working ??= this.#work();
  }

  async #work(): Promise<void> {
    // Callers of the same turn come into the same group.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#process(this.#waiting.splice(0, MOST), UNEXPLAINED, new Map());
    this.#working = undefined;
  }

  /** Works on a group until each of its plans has an answer. Never throws. */
  async #process(group: Open[], patience: number, attempts: Map<string, Attempt>): Promise<void> {
    const { keeper, now } = this.#options;
    let { want, spans } = this.#guess(group);
    for (const { workbook } of attempts.values()) want.books.add(workbook);
    let left = patience;
    let refusedOn: { sources: ReadonlyMap<Workbook, Source>; cause: unknown } | undefined;
    let open = group;
    let known = attempts.size > 0 || spans ? undefined : this.#known(want);
    let sources: ReadonlyMap<Workbook, Source> = new Map();
    for (let clash = 0; open.length > 0; ) {
      const late = open.filter((job) => now() > job.deadline);
      for (const job of late) job.failed(fault('record-unavailable'));
      open = open.filter((job) => !late.includes(job));
      if (open.length === 0) return;
      try {
        sources = known ?? (await (spans ? keeper.readInOrder(want) : keeper.readAll(want)));
        const guarded = known !== undefined;
        known = undefined;
        if (refusedOn && !shrunk(refusedOn.sources, sources)) {
          left--;
          if (left === 0 && open.length > 1) {
            await this.#halve(open, 1, attempts);
            return;
          }
          if (left === 0) {
            for (const job of open) job.failed(fault('record-refused', refusedOn.cause));
            return;
          }
        }
        refusedOn = undefined;
        open = this.#recognise(open, sources, attempts);
        const draft = new Draft(sources, wanted(), (tab) => this.#tails.has(tab));
        const decided = this.#decide(open, draft);
        const more = [...draft.wanted.books].some((book) => !want.books.has(book)) || grown(want, draft.wanted);
        want = merge(want, draft.wanted);
        if (!decided) {
          if (!more) throw new Error('a tab stays unread');
          // What was read may have led the plans further than the first guess went: where to is found out at once, not tab by tab.
          const further = this.#guess(open);
          want = merge(want, further.want);
          spans ||= further.spans;
          continue;
        }
        if (draft.spans && !spans) {
          spans = true;
          continue;
        }
        const { outcomes, failures } = decided;
        // What is not written is not guarded by the baton either: only a reading answers for it.
        const { workbooks } = draft;
        if (guarded && (failures.size > 0 || [...draft.wanted.books].some((book) => !workbooks.includes(book))))
          continue;
        const size = await this.#write(draft, outcomes, attempts, open.length > 1 ? BYTES : Number.POSITIVE_INFINITY);
        if (size === 'too large') {
          await this.#halve(open, left, attempts);
          return;
        }
        for (const [job, outcome] of outcomes) job.done(job.decided ?? outcome);
        for (const [job, error] of failures) job.failed(error);
        return;
      } catch (error) {
        if (error instanceof Refused && error.why === 'content') {
          refusedOn = { sources, cause: error.cause };
        } else if (error instanceof Refused || error instanceof Unanswered) {
          clash++;
          await this.#options.sleep(this.#options.random() * Math.min(2000, 40 * 2 ** clash));
        } else {
          for (const job of open) job.failed(error);
          return;
        }
      }
    }
  }

  async #halve(open: Open[], patience: number, attempts: Map<string, Attempt>): Promise<void> {
    const half = Math.ceil(open.length / 2);
    await this.#process(open.slice(0, half), patience, attempts);
    await this.#process(open.slice(half), patience, attempts);
  }

  /**
   * What is known without a reading, when no plan looks into a tab: the books as last read or written. Had somebody else
   * committed meanwhile, the baton refuses the batch, and the plans are decided anew on a reading.
   */
  #known(want: Wanted): ReadonlyMap<Workbook, Source> | undefined {
    const { keeper } = this.#options;
    if (want.tabs.size > 0) return undefined;
    const sources = new Map<Workbook, Source>();
    for (const book of want.books) {
      const state = keeper.current(book);
      const latest = keeper.lately.get(book);
      if (!state || !latest) return undefined;
      sources.set(book, { ...latest, state });
    }
    return sources;
  }

  /** Runs the plans over what was read last, to learn which tabs to read, and whether a plan looks into several workbooks. */
  #guess(group: readonly Open[]): { want: Wanted; spans: boolean } {
    const want = wanted();
    const { lately } = this.#options.keeper;
    const draft = new Draft(lately, want, (tab) => this.#tails.has(tab));
    for (const job of group) {
      try {
        draft.attempt(() => job.decide(draft, job.decided, job.landed));
      } catch {
        // A guess only: the reading that counts comes next, and decides what goes wrong.
      }
    }
    for (const book of want.books)
      if (!lately.has(book)) for (const tab of tabsOf(book)) if (!shapeOf(tab).log) want.tabs.set(tab, 'all');
    return { want, spans: draft.spans };
  }

  /** Every plan's outcome, or what it failed with. Undefined when a tab is to be read first. */
  #decide(
    open: readonly Open[],
    draft: Draft,
  ): { outcomes: Map<Open, Outcome>; failures: Map<Open, unknown> } | undefined {
    const outcomes = new Map<Open, Outcome>();
    const failures = new Map<Open, unknown>();
    let unread = false;
    for (const job of open) {
      try {
        const outcome = draft.attempt(() => job.decide(draft, job.decided, job.landed));
        if (outcome.anew) {
          delete job.decided;
          job.landed.clear();
        }
        outcomes.set(job, outcome);
      } catch (error) {
        if (error instanceof Unread) unread = true;
        else failures.set(job, error);
      }
    }
    return unread ? undefined : { outcomes, failures };
  }

  /** Commits of this group that landed although their answer was lost. */
  #recognise(open: Open[], sources: ReadonlyMap<Workbook, Source>, attempts: Map<string, Attempt>): Open[] {
    for (const [nonce, attempt] of attempts) {
      if (!sources.get(attempt.workbook)?.state.head.nonces.includes(nonce)) continue;
      attempts.delete(nonce);
      land(attempt.outcomes, attempt.workbook);
    }
    return open.filter((job) => {
      const { decided } = job;
      const finished = decided !== undefined && [...decided.books].every((book) => job.landed.has(book));
      if (finished) job.done(decided);
      return !finished;
    });
  }

  async #write(
    draft: Draft,
    outcomes: ReadonlyMap<Open, Outcome>,
    attempts: Map<string, Attempt>,
    most: number,
  ): Promise<'written' | 'too large'> {
    const { keeper, wires, random, changed } = this.#options;
    const touched = new Set(draft.workbooks);
    // An answer must not be overtaken by an earlier decision of the same plans that is still on its way: it loses its baton.
    for (const { workbook, old } of attempts.values())
      if (draft.book(workbook).state.head.baton === old) touched.add(workbook);
    for (const workbook of ORDER) {
      if (!touched.has(workbook)) continue;
      keeper.guard(workbook);
      const nonce = random().toString(36).slice(2, 12);
      const source = draft.book(workbook);
      const baton = 1 + Math.floor(random() * (2 ** 31 - 2));
      const batch = draft.batch(workbook, baton, nonce, (tab) => this.#tail(tab, source));
      if (JSON.stringify([batch.lines, batch.inserts]).length > most) return 'too large';
      try {
        await wires[workbook].commit(batch);
      } catch (error) {
        if (!(error instanceof Refused)) attempts.set(nonce, { workbook, old: batch.old, outcomes });
        for (const { tab } of batch.inserts) this.#tails.delete(tab);
        throw error;
      }
      for (const { tab, at, rows } of batch.inserts) this.#tails.set(tab, at + rows.length);
      keeper.moved(workbook, applyToBook(source.state, batch.head, batch.lines, batch.end));
      for (const tab of new Set(batch.lines.flatMap(({ entry }) => (outdates(draft, entry) ? [entry.tab] : []))))
        changed(tab);
      land(outcomes, workbook);
    }
    return 'written';
  }

  /** Where new rows of a tab go. In tabs that only the program fills, a remembered place is good enough: inserting harms nothing. */
  #tail(tab: TabKey, source: Source): number {
    const reading = source.sheets.get(tab);
    if (reading && !reading.partial) return tailOf(reading);
    return this.#tails.get(tab) ?? (reading?.header ?? 0) + 1;
  }
}

/** Rows do not show what the book has of this record now: neither as they were, nor as they were just inserted. */
function outdates(draft: Draft, entry: Entry): boolean {
  if (draft.inserted(entry.id)) return false;
  const old = entriesOf(draft.source(entry.tab).state, entry.tab).get(entry.id);
  return !old?.seen || !entry.seen || sumOf(old) !== sumOf(entry);
}

/** A part of these decisions is in a workbook's book: plans that are to change it are decided for good, others are not. */
function land(outcomes: ReadonlyMap<Open, Outcome>, workbook: Workbook): void {
  for (const [job, outcome] of outcomes) {
    if (!outcome.books.has(workbook)) continue;
    job.decided ??= outcome;
    job.landed.add(workbook);
  }
}
