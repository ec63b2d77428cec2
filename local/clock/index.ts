/**
 * The program clock of the embedded default: real, or frozen and moved by hand. A move visits every due date on its way and
 * answers when all runs have settled. Nothing of it exists in production.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { type Clock, fromMs, type Instant, isInstant, parseDuration, toMs } from '../../domain/calendar/index.ts';
import type { Ended, Settled, Slots } from '../../domain/messages.ts';
import { settle } from '../../workflows/messages.ts';
import { ClockError, type ClockMode, clockFile, keptClock } from './kept.ts';
import { type Waiting, Waits } from './waits.ts';

export { ClockError, type ClockMode } from './kept.ts';

export interface ClockState {
  readonly mode: ClockMode;
  readonly at: Instant;
  readonly next: { readonly at: Instant; readonly what: string } | null;
  /** The runs have not all been asked yet since the start: `next` may be another. */
  readonly learning?: true;
  readonly moving: boolean;
  /** Once it is known where a move leads. */
  readonly progress?: { readonly at: Instant; readonly target: Instant };
  readonly waitsFor?: Waiting;
  readonly clock?: Clock;
}
export interface Moved {
  readonly at: Instant;
  readonly steps: number;
  readonly settled: number;
}
export type MoveRequest = { readonly to: string } | { readonly by: string } | { readonly next: true };

/** A run that answers no sooner than this is named, and whoever moves the clock waits for it. */
const PATIENCE_MS = 10_000;
const AT_ONCE = 16;
const START_LOOK_MS = 250;
/** Longest move at once: a typing error in the year must not run for hours. */
const LONGEST_MS = 5 * 366 * 86_400_000;

export interface ClockOptions {
  readonly dataDir: string;
  readonly mode: ClockMode;
  readonly now: Instant;
  readonly client: () => Client;
  /** Readers that have something to read, because people changed something. */
  readonly dirtyReaders: () => readonly string[];
  /** What a run stands for and what comes next there, in words: names are read from the sheet here, no run holds them. */
  readonly standsFor: (run: string) => string;
  /** The same without what comes next. */
  readonly nameOf: (run: string) => string;
  /** Address of the page of a run. */
  readonly pageOf: (run: string) => string;
  readonly patienceMs?: number;
  /** Readers of workbooks to which the program has committed since this was last asked: their rows may show older cells. */
  readonly unshown: () => readonly string[];
  readonly log: (line: string) => void;
}

export class ProgramClock {
  private readonly options: ClockOptions;
  private readonly file: string;
  private clock: Clock | undefined;
  private readonly due = new Map<string, Instant | null>();
  private readonly touched = new Set<string>();
  private target: Instant | undefined;
  private asked = 0;
  private learning = false;
  private readonly patienceMs: number;
  private readonly waits: Waits;
  private line: Promise<unknown> = Promise.resolve();
  private readonly endsTaken = new Set<string>();
  private settled = 0;
  private nonce = 0;
  /** Tells the asking of this start from that of any other: Temporal answers an id that it knows as it did before. */
  private readonly start = randomBytes(6).toString('hex');
  private named: { readonly key: string; readonly words: string } | undefined;

  constructor(options: ClockOptions) {
    this.options = options;
    mkdirSync(options.dataDir, { recursive: true });
    this.file = clockFile(options.dataDir);
    this.patienceMs = options.patienceMs ?? PATIENCE_MS;
    this.waits = new Waits(this.patienceMs);
    this.clock = this.restore();
  }

  private restore(): Clock | undefined {
    const kept = keptClock(this.options.dataDir, this.options.mode);
    if (kept || this.options.mode === 'real') return kept;
    const clock: Clock = { epoch: 1, at: this.options.now, rate: 0 };
    this.keep(clock);
    return clock;
  }

  private keep(clock: Clock): void {
    this.clock = clock;
    writeFileSync(`${this.file}.new`, JSON.stringify({ clock }));
    renameSync(`${this.file}.new`, this.file);
  }

  now(): Instant {
    return this.clock?.at ?? fromMs(Date.now());
  }
  time(): { now: Instant; clock?: Clock } {
    return this.clock ? { now: this.clock.at, clock: this.clock } : { now: fromMs(Date.now()) };
  }

  get(): ClockState {
    const next = this.nextDue();
    const { nameOf, pageOf } = this.options;
    const waitsFor = this.waits.long((run) => ({ run, what: nameOf(run), url: pageOf(run) }));
    return {
      mode: this.options.mode,
      at: this.now(),
      next: next ? { at: next[1], what: this.wordsFor(next[0], next[1]) } : null,
      ...(this.learning ? { learning: true } : {}),
      moving: this.asked > 0,
      ...(this.target ? { progress: { at: this.now(), target: this.target } } : {}),
      ...(waitsFor ? { waitsFor } : {}),
      ...(this.clock ? { clock: this.clock } : {}),
    };
  }

  /** Looked up once for each date: pages ask every two seconds. */
  private wordsFor(run: string, at: Instant): string {
    const key = `${this.clock?.epoch} ${run} ${at}`;
    if (this.named?.key !== key) this.named = { key, words: this.options.standsFor(run) };
    return this.named.words;
  }

  /** Something outside messaged or started a run. */
  touch(run: string): void {
    // A real clock asks nobody.
    if (this.clock) this.touched.add(run);
  }

  /**
   * Asks all open runs once what they wait for, in the background, so that the next event is known after a start. Moves wait for it.
   * `standing` are the runs that the worker starts; before they are there, there is nobody to ask.
   */
  learn(standing: readonly string[]): void {
    if (!this.clock) return;
    this.learning = true;
    void this.inLine(async () => {
      await this.findRuns(standing);
      await this.settleTouched();
    })
      .catch((error: unknown) => this.options.log(`the clock could not ask what is planned: ${error}`))
      .finally(() => {
        this.learning = false;
      });
  }

  private async findRuns(standing: readonly string[]): Promise<void> {
    const { workflow } = this.options.client();
    for (let isSaid = false; ; ) {
      try {
        await Promise.all(standing.map((run) => workflow.getHandle(run).describe()));
        // A list of what is open may lag behind.
        for (const run of standing) this.touched.add(run);
        for await (const run of workflow.list({ query: 'ExecutionStatus = "Running"' }))
          this.touched.add(run.workflowId);
        return;
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError) && !isSaid) {
          isSaid = true;
          this.options.log(`the clock cannot ask yet what is planned, and tries again: ${error}`);
        }
        await sleep(START_LOOK_MS);
      }
    }
  }

  /** Settles what people did at this time, without moving. */
  settleNow(): Promise<Moved> {
    return this.inLine(async () => {
      const before = this.settled;
      await this.settleAndShow();
      return { at: this.now(), steps: 0, settled: this.settled - before };
    });
  }

  /** Moves to an instant, visiting each due date; answered when every run has settled. Throws ClockError for a bad wish. */
  async move(wish: MoveRequest): Promise<Moved> {
    this.asked++;
    try {
      if (!this.clock) throw new ClockError('The clock is real here; start with --clock frozen to move it.');
      // What is due next is known only when all have been asked.
      if (!('next' in wish)) this.target = this.targetOf(wish);
      return await this.inLine(() => this.moveNow(wish));
    } finally {
      if (--this.asked === 0) this.target = undefined;
    }
  }

  private async moveNow(wish: MoveRequest): Promise<Moved> {
    await this.settleTouched();
    const target = this.targetOf(wish);
    this.target = target;
    const before = this.settled;
    let steps = 0;
    for (;;) {
      const next = this.nextDue();
      const at = next && next[1] <= target ? next[1] : target;
      const { epoch, at: now } = this.clock as Clock;
      if (at > now) this.keep({ epoch: epoch + 1, at, rate: 0 });
      if (!next || next[1] > target) break;
      steps++;
      for (const [run, due] of this.due) if (due !== null && due <= at) this.touched.add(run);
      await this.settleTouched();
    }
    await this.settleAndShow();
    return { at: this.now(), steps, settled: this.settled - before };
  }

  private inLine<T>(work: () => Promise<T>): Promise<T> {
    const done = this.line.then(work, work);
    this.line = done.catch(() => undefined);
    return done;
  }

  private targetOf(wish: MoveRequest): Instant {
    const now = this.now();
    if ('next' in wish) {
      const next = this.nextDue();
      if (!next) throw new ClockError('Nothing is due: no run waits for a date.');
      return next[1] > now ? next[1] : now;
    }
    if ('by' in wish) {
      const ms = parseDuration(wish.by);
      if (ms === undefined)
        throw new ClockError(
          `"${wish.by}" is not a duration; write P1D for a day, P2W for two weeks, PT3H for three hours.`,
        );
      return this.checked(fromMs(toMs(now) + ms));
    }
    if (!isInstant(wish.to)) throw new ClockError(`"${wish.to}" is not an instant; write it as 2026-09-01T09:00:00Z.`);
    return this.checked(fromMs(toMs(wish.to)));
  }

  private checked(target: Instant): Instant {
    const now = this.now();
    if (target < now) throw new ClockError(`The clock stands at ${now} and never goes back.`);
    if (toMs(target) - toMs(now) > LONGEST_MS)
      throw new ClockError('That is more than five years ahead; move in smaller steps.');
    return target;
  }

  private nextDue(): [string, Instant] | undefined {
    let first: [string, Instant] | undefined;
    for (const [run, at] of this.due) if (at !== null && (!first || at < first[1])) first = [run, at];
    return first;
  }

  /** Asks every touched run, and whom they touched, until nobody is. */
  private async settleTouched(): Promise<void> {
    for (;;) {
      for (const reader of this.options.dirtyReaders()) this.touched.add(reader);
      const batch = [...this.touched].slice(0, 200);
      if (batch.length === 0) return;
      for (const run of batch) this.touched.delete(run);
      const queue = [...batch];
      const lane = async () => {
        for (let run = queue.shift(); run !== undefined; run = queue.shift()) await this.settleOne(run);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
    }
  }

  /** A run that has ended says in its result whom it messaged last; each end is taken once. */
  private async takeEnd(run: string): Promise<void> {
    this.due.delete(run);
    try {
      const { runId, status } = await this.options.client().workflow.getHandle(run).describe();
      if (status.name !== 'COMPLETED' || this.endsTaken.has(runId)) return;
      this.endsTaken.add(runId);
      const ended = (await this.options.client().workflow.getHandle(run, runId).result()) as Partial<Ended> | undefined;
      for (const touched of ended?.touched ?? []) this.touched.add(touched);
      this.expect(ended?.slots ?? {});
    } catch (error) {
      // A message to a run that never was: there is nothing to wait for.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  /** Letters lie with these runs until then; nobody needs to ask them before. */
  private expect(slots: Slots): void {
    for (const [run, at] of Object.entries(slots)) {
      const due = this.due.get(run);
      if (!due || at < due) this.due.set(run, at);
    }
  }

  /** Settles, then lets the readers of edits look once more: they bring every row up to date with what was decided. */
  private async settleAndShow(): Promise<void> {
    await this.settleTouched();
    await Promise.all(this.options.unshown().map((run) => this.settleOne(run)));
    await this.settleTouched();
  }

  private settleOne(run: string): Promise<void> {
    return this.waits.during(run, () => this.ask(run));
  }

  private async ask(run: string): Promise<void> {
    // One id for all tries: a run that is slow must not collect updates, of which Temporal allows ten.
    const updateId = `clock/${this.clock?.epoch ?? 0}/${++this.nonce}/${this.start}`;
    for (;;) {
      try {
        const answer: Settled = await this.options.client().withDeadline(Date.now() + this.patienceMs, () =>
          this.options
            .client()
            .workflow.getHandle(run)
            .executeUpdate(settle, {
              args: [this.clock ?? null],
              updateId,
            }),
        );
        this.settled++;
        for (const touched of answer.touched) this.touched.add(touched);
        this.expect(answer.slots);
        if (!answer.closed) this.due.set(run, answer.due);
        else this.due.delete(run);
        return;
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return await this.takeEnd(run);
        this.options.log(`${run} has not settled yet; the clock waits for it`);
        await sleep(500);
      }
    }
  }
}
