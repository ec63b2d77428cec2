import { allHandlersFinished, condition, setHandler, workflowInfo } from '@temporalio/workflow';
import { type Clock, type Instant, programNow } from '../domain/calendar/index.ts';
import type { Carried, Message, Outcome, Slots } from '../domain/messages.ts';
import { deliver, deliverLater, type RunState, settle, state } from './messages.ts';

/** Outcomes kept for messages that come again; the oldest are forgotten first. */
const KEPT = 200;
const MESSAGE_ID = /^[\x20-\x7e]{1,400}$/;

/**
 * The door of every run. Handlers only queue; one loop takes one thing at a time and answers. A message that comes twice, by
 * update or by signal, finds its outcome.
 */
export class Inbox {
  private readonly queue: Message[] = [];
  private readonly outcomes: Map<string, Outcome>;
  private touched: Set<string>;
  private slots: Record<string, Instant>;
  private closing = false;
  private busy = true;
  private handled = 0;
  /** Settle requests so far, and up to which of them a reader has read everything; processes need not read. */
  asked = 0;
  private readUpTo = Number.POSITIVE_INFINITY;
  clock: Clock | undefined;
  /** What the run waits for; set by its loop. */
  due: Instant | null = null;
  shown: RunState = { stage: '', waitingFor: '', due: null, queued: 0 };

  constructor(clock: Clock | undefined, carried: Carried | undefined) {
    this.clock = clock;
    this.outcomes = new Map(carried?.outcomes ?? []);
    this.touched = new Set(carried?.touched ?? []);
    this.slots = { ...carried?.slots };
    setHandler(deliver, (message) => this.answer(message), {
      validator: (message) => {
        if (typeof message?.id !== 'string' || !MESSAGE_ID.test(message.id) || typeof message.kind !== 'string')
          throw new Error('malformed message');
      },
      description: 'A decision of a person or an edit of staff',
    });
    setHandler(deliverLater, (message) => this.take(message), { description: 'The same, left behind without waiting' });
    setHandler(
      settle,
      async (moved) => {
        this.adopt(moved ?? undefined);
        const mine = ++this.asked;
        await condition(() => this.isSettled(mine) || this.closing);
        // What this run left with itself has been handled: its own queue is empty.
        const touched = [...this.touched].filter((run) => run !== workflowInfo().workflowId);
        const { slots } = this;
        this.touched = new Set();
        this.slots = {};
        return { epoch: this.clock?.epoch ?? 0, due: this.due, touched, slots, closed: this.closing };
      },
      { description: 'The program clock moved' },
    );
    setHandler(state, () => ({ ...this.shown, due: this.due, queued: this.queue.length }));
  }

  /** Program time: the frozen clock of a rehearsal, or the workflow's own time. */
  now(): Instant {
    return programNow(this.clock, Date.now());
  }

  /** A later move of the frozen clock holds; an earlier one, arriving late, does not. */
  adopt(clock: Clock | undefined): void {
    if (clock && clock.epoch > (this.clock?.epoch ?? 0)) this.clock = clock;
  }

  private take(message: Message): void {
    this.adopt(message.clock);
    if (this.outcomes.has(message.id) || this.queue.some((queued) => queued.id === message.id)) return;
    this.queue.push(message);
  }

  private async answer(message: Message): Promise<Outcome> {
    if (this.closing && !this.outcomes.has(message.id)) return { status: 'again', code: 'kept' };
    this.take(message);
    await condition(() => this.outcomes.has(message.id) || this.closing);
    return this.outcomes.get(message.id) ?? { status: 'again', code: 'kept' };
  }

  private isSettled(asked: number): boolean {
    return (
      !this.busy && this.readUpTo >= asked && this.queue.length === 0 && (this.due === null || this.due > this.now())
    );
  }

  /** Waits for the next message or the due instant. */
  async wait(summary: string): Promise<void> {
    this.busy = false;
    const handled = this.handled;
    const awake = () => this.queue.length > 0 || (this.due !== null && this.due <= this.now());
    if (!awake()) {
      // A frozen clock moves by message only: a timer of real time would show operators a date that means nothing.
      if (this.due === null || this.clock?.rate === 0) await condition(awake);
      else
        await condition(awake, Math.max(1, new Date(this.due).getTime() - new Date(this.now()).getTime()), { summary });
    }
    if (handled === this.handled) this.busy = true;
  }

  /** A reader has read everything that was there when it was asked so many times. */
  rest(asked: number): void {
    this.readUpTo = asked;
    this.busy = false;
  }
  wake(): void {
    this.busy = true;
  }

  /** Messages pressed before the due instant count first, even if they arrive after it. */
  next(): Message | undefined {
    const first = this.queue[0];
    if (!first) return undefined;
    return this.due !== null && this.due <= this.now() && first.at > this.due ? undefined : first;
  }

  settleMessage(message: Message, outcome: Outcome): void {
    this.handled++;
    const i = this.queue.indexOf(message);
    if (i >= 0) this.queue.splice(i, 1);
    this.outcomes.delete(message.id);
    this.outcomes.set(message.id, outcome);
    for (const id of this.outcomes.keys()) {
      if (this.outcomes.size <= KEPT) break;
      this.outcomes.delete(id);
    }
  }

  touch(runs: readonly string[], slots: Slots = {}): void {
    for (const run of runs) this.touched.add(run);
    for (const [run, at] of Object.entries(slots)) if (at < (this.slots[run] ?? '9')) this.slots[run] = at;
  }

  get isEmpty(): boolean {
    return this.queue.length === 0;
  }

  /** Before the end or a new run: whoever still waits hears `again`, and repeats on the new run with the same id. */
  async close(): Promise<Carried> {
    this.closing = true;
    this.busy = false;
    await condition(allHandlersFinished);
    return { version: 1, outcomes: [...this.outcomes].slice(-KEPT), touched: [...this.touched], slots: this.slots };
  }
  get left(): readonly Message[] {
    return this.queue;
  }
}
