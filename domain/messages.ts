import type { Clock, Instant } from './calendar/index.ts';
import type { ProcessName } from './program/index.ts';

/** The one task queue of processes and their activities. */
export const TASK_QUEUE = 'mentorship';

/** Names of workflow types, which are also the first part of their ids. */
export type WorkflowName = ProcessName | 'delivery' | 'intake' | 'sync';

/** The id of a run: a business key, never a person's name. */
export const runId = (name: WorkflowName, key = ''): string => (key ? `${name}/${key}` : name);
/** The inverse of `runId`. */
export function fromRunId(id: string): { name: WorkflowName; key: string } {
  const slash = id.indexOf('/');
  return slash < 0
    ? { name: id as WorkflowName, key: '' }
    : { name: id.slice(0, slash) as WorkflowName, key: id.slice(slash + 1) };
}

/** A code, an id, an instant or a count: all that messages may carry. Never a name, an address or free text. */
export type Code = string | number | boolean | null;

/** Who caused something, as it stands in History. A person is named by row ID. */
export type Actor = 'mentor' | 'mentee' | 'initiator' | 'staff' | 'program' | `person ${string}`;

/** What somebody did, or what one run tells another. Handled once per id, however often it arrives. */
export interface Message {
  readonly id: string;
  readonly kind: string;
  readonly by: Actor;
  /** Program time at which it was done: a press counts at this time, even if it is applied after the deadline. */
  readonly at: Instant;
  readonly data?: Readonly<Record<string, Code>>;
  readonly clock?: Clock;
}

/**
 * The answer to a message. `pending`: kept, applied later. `again`: the run is about to continue as new; repeat with the same id.
 * `code` is a key of the catalogue in errors.ts, which has the words.
 */
export interface Outcome {
  readonly status: 'done' | 'refused' | 'pending' | 'again';
  readonly code: string;
  readonly data?: Readonly<Record<string, Code>>;
}

/** By run: when letters that wait there go out. */
export type Slots = Readonly<Record<string, Instant>>;

/** What a run answers when the program clock moved: what it waits for next, and which runs it started or messaged. */
export interface Settled {
  readonly epoch: number;
  readonly due: Instant | null;
  readonly touched: readonly string[];
  /** Runs that were only given letters to wait with: when those go out. Before that, such a run has nothing to do. */
  readonly slots: Slots;
  readonly closed: boolean;
}

/** What a run leaves behind when it ends: the runs it started or messaged since it was last asked. */
export interface Ended {
  readonly touched: readonly string[];
  readonly slots?: Slots;
}

/** What every process run starts with. */
export interface RunInput {
  /** ID of the row this run stands for. */
  readonly row: string;
  readonly clock?: Clock;
  /** Carried through continue-as-new: outcomes by message id, newest last. */
  readonly carried?: Carried;
}
export interface Carried {
  readonly version: 1;
  readonly outcomes: readonly (readonly [string, Outcome])[];
  readonly touched: readonly string[];
  readonly slots?: Slots;
}

/** Names of updates, signals and queries; their types stand beside the handlers in workflows/. */
export const MESSAGES = {
  deliver: 'deliver',
  deliverLater: 'deliverLater',
  settle: 'settle',
  hint: 'hint',
  state: 'state',
} as const;

/** Search attributes of every run. */
export const SEARCH_ATTRIBUTES = {
  Process: 'KEYWORD',
  Stage: 'KEYWORD',
  Season: 'KEYWORD',
  Unit: 'KEYWORD',
  WaitingFor: 'KEYWORD',
  NextAction: 'DATETIME',
  NeedsStaff: 'BOOL',
} as const;
