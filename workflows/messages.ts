import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Clock } from '../domain/calendar/index.ts';
import { MESSAGES, type Message, type Outcome, type Settled } from '../domain/messages.ts';

/** A decision of a person or an edit of staff; answered with its outcome. */
export const deliver = defineUpdate<Outcome, [Message]>(MESSAGES.deliver);
/** The same, left behind without waiting. */
export const deliverLater = defineSignal<[Message]>(MESSAGES.deliverLater);
/** The program clock moved: answered when nothing is left to do at that time. */
export const settle = defineUpdate<Settled, [Clock | null]>(MESSAGES.settle);
/** Something changed outside; carries nothing. */
export const hint = defineSignal<[]>(MESSAGES.hint);

export interface RunState {
  readonly stage: string;
  readonly waitingFor: string;
  readonly due: string | null;
  readonly queued: number;
}
export const state = defineQuery<RunState>(MESSAGES.state);
