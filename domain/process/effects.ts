import { fromMs, type Instant, toMs } from '../calendar/index.ts';
import type { LetterKey, LetterOrder } from '../letters/index.ts';
import type { Actor, Code, Outcome, WorkflowName } from '../messages.ts';
import type { HistoryEntry, Memory, Moment, Need, Plan, SideRow, Tell, Timer } from './types.ts';

const DAY = 86_400_000;
/** Links in letters work this long unless the step names an end of its own. */
const LINK_DAYS = 60;

/** Collects what one wake does. Decisions write into it from top to bottom, as the process reads. */
export class Effects<M extends Memory> {
  readonly moment: Moment;
  /** ID of the row this process stands for. */
  readonly row: string;
  memory: M;
  stage: string;
  nextStep = '';
  waitingFor = '';
  outcome: Outcome = { status: 'done', code: 'done' };
  ends = false;
  readonly cells: Record<string, Code> = {};
  readonly rows: SideRow[] = [];
  readonly letters: LetterOrder[] = [];
  slot: readonly LetterOrder[] = [];
  readonly tells: Tell[] = [];
  readonly starts: { name: WorkflowName; row: string }[] = [];
  readonly entries: HistoryEntry[] = [];
  readonly needs: Need[] = [];

  constructor(moment: Moment, row: string, stage: string, memory: M) {
    this.moment = moment;
    this.row = row;
    this.stage = stage;
    this.memory = memory;
  }

  get now(): Instant {
    return this.moment.now;
  }

  /** Moves the row to another stage, written down in History. */
  moveTo(stage: string, by: Actor, why: string): void {
    if (stage !== this.stage) this.entries.push({ change: `${this.stage || 'New'} → ${stage}`, by, why });
    this.stage = stage;
  }

  note(change: string, by: Actor, why = ''): void {
    this.entries.push({ change, by, why });
  }

  remember(part: Partial<M>): void {
    this.memory = { ...this.memory, ...part };
  }

  start(name: string, timer: Timer): void {
    this.memory = { ...this.memory, timers: { ...this.memory.timers, [name]: timer } };
  }

  /** Forgets timers by name; a name ending in * stands for all that begin so. */
  stop(...names: string[]): void {
    const stopped = (name: string) =>
      names.some((n) => (n.endsWith('*') ? name.startsWith(n.slice(0, -1)) : n === name));
    this.memory = {
      ...this.memory,
      timers: Object.fromEntries(Object.entries(this.memory.timers).filter(([name]) => !stopped(name))),
    };
  }

  /** Forgets all timers but these; a name ending in * stands for all that begin so. */
  keep(...names: string[]): void {
    const kept = (name: string) => names.some((n) => (n.endsWith('*') ? name.startsWith(n.slice(0, -1)) : n === name));
    this.memory = {
      ...this.memory,
      timers: Object.fromEntries(Object.entries(this.memory.timers).filter(([name]) => kept(name))),
    };
  }

  letter(
    key: LetterKey,
    to: string,
    step: string,
    rest: { about?: string; due?: Instant | undefined; expires?: Instant; data?: Record<string, Code> } = {},
  ): void {
    const expires = rest.expires ?? fromMs(toMs(this.now) + LINK_DAYS * DAY);
    this.letters.push({
      key,
      to,
      step,
      about: rest.about ?? this.row,
      expires,
      ...(rest.due === undefined ? {} : { due: rest.due }),
      ...(rest.data === undefined ? {} : { data: rest.data }),
    });
  }

  tell(to: string, kind: string, key: string, data?: Record<string, Code>): void {
    if (to !== '') this.tells.push({ to, kind, key, ...(data ? { data } : {}) });
  }

  need(need: Omit<Need, 'about'> & { about?: string }): void {
    this.needs.push({ about: this.row, ...need });
  }

  refuse(code: string): void {
    this.outcome = { status: 'refused', code };
  }
  answer(code: string, data?: Record<string, Code>): void {
    this.outcome = { status: 'done', code, ...(data ? { data } : {}) };
  }

  plan(): Plan<M> {
    return {
      stage: this.stage,
      nextStep: this.nextStep,
      memory: this.memory,
      cells: this.cells,
      rows: this.rows,
      letters: this.letters,
      slot: this.slot,
      tells: this.tells,
      starts: this.starts,
      history: this.entries,
      needs: this.needs,
      outcome: this.outcome,
      waitingFor: this.waitingFor,
      ends: this.ends,
    };
  }
}
