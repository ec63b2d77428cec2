import type { Holidays, Instant } from '../calendar/index.ts';
import type { LetterOrder } from '../letters/index.ts';
import type { Actor, Code, Message, Outcome, WorkflowName } from '../messages.ts';
import type { Role, SettingKey, Settings, TabKey } from '../program/index.ts';

/** What every decision may look at besides its own row: settings and calendar in force, and the program's time. */
export interface Context {
  readonly version: string;
  readonly settings: Settings;
  readonly holidays: Holidays;
}
export interface Moment extends Context {
  readonly now: Instant;
}

/**
 * A date a process waits for. `at` is what holds; it is computed from the rule again whenever settings or calendar changed.
 * `deadline` binds people and ends at the deadline time; `reminder` goes out at the slot time; `instant` is exact.
 */
export interface Timer {
  readonly at: Instant;
  readonly kind: 'deadline' | 'reminder' | 'instant';
  readonly from?: Instant;
  readonly unit?: 'days' | 'working days' | 'minutes';
  readonly setting?: SettingKey;
  readonly n?: number;
}
export type Timers = Readonly<Record<string, Timer>>;

/** What a process remembers in its row, so that it can be rebuilt from the sheet. Codes, ids, instants and counts only. */
export interface Memory {
  /** Counts wakes, so that a repeated wake is told from a new one. */
  readonly wake?: number;
  readonly timers: Timers;
  /** Staff decision cell as last acted upon, so that a cleared or repeated value is told from a new one. */
  readonly decision?: string;
}

/** Something for the staff queue. Open as long as the process keeps naming it. */
export interface Need {
  /** One row per cause: `no-contact/PA-…`. */
  readonly cause: string;
  readonly what: string;
  readonly why: string;
  readonly about: string;
  readonly actions: readonly string[];
  readonly role: Role;
  readonly due?: Instant;
}

/** A message from one run to another; sent after the letters, before the row is written. */
export interface Tell {
  readonly to: string;
  readonly kind: string;
  /** Makes the message's id together with the sender's row; the same key is applied once. */
  readonly key: string;
  readonly data?: Readonly<Record<string, Code>>;
}

/** A row of another tab that belongs to this process. */
export interface SideRow {
  readonly tab: TabKey;
  readonly id: string;
  readonly cells: Readonly<Record<string, Code>>;
  /** Staff and person cells, written only when the row is inserted. */
  readonly create?: Readonly<Record<string, Code>>;
}

export interface HistoryEntry {
  readonly change: string;
  readonly by: Actor;
  readonly why: string;
}

/** Everything one wake of a process does, decided before anything is done. */
export interface Plan<M extends Memory = Memory> {
  readonly stage: string;
  readonly nextStep: string;
  readonly memory: M;
  readonly cells: Readonly<Record<string, Code>>;
  readonly rows: readonly SideRow[];
  readonly letters: readonly LetterOrder[];
  /** Subjects for one merged letter to this person; those no longer true are left out when it is sent. */
  readonly slot: readonly LetterOrder[];
  readonly tells: readonly Tell[];
  readonly starts: readonly { readonly name: WorkflowName; readonly row: string }[];
  readonly history: readonly HistoryEntry[];
  readonly needs: readonly Need[];
  readonly outcome: Outcome;
  /** What the run waits for, in a few words for operators. */
  readonly waitingFor: string;
  /** The run ends after this. */
  readonly ends: boolean;
}

/** Why a process wakes. */
export type Event =
  | { readonly type: 'start' }
  /** The program was away for long: people's deadlines have been moved, and only that is written down. */
  | { readonly type: 'outage' }
  | { readonly type: 'due'; readonly timer: string; readonly places?: Places }
  | { readonly type: 'message'; readonly message: Message; readonly places?: Places };

/** Whether both people had a free place when the process asked, and who had none. */
export type Places = 'taken' | 'mentee' | 'mentor';
