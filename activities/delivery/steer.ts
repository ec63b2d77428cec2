import type { Instant } from '../../domain/calendar/index.ts';
import {
  addResults,
  CHUNK,
  type Counts,
  type DeliveryMemory,
  type DeliveryState,
  laterAt,
  NO_COUNTS,
  nextPass,
  notSent,
  type PauseReason,
} from '../../domain/mailing/delivery/index.ts';
import { contentPrint } from '../../domain/mailing/request/index.ts';
import { type Message, runId } from '../../domain/messages.ts';
import { counted } from '../../domain/program/index.ts';
import { aroundOf, assessed } from '../mailing/around.ts';
import type { Clock, Ports } from '../ports.ts';
import { deliveryChanges, deliveryOf, stateOf, withState } from './row.ts';

export interface SteerInput {
  readonly row: string;
  readonly freeze: string;
  readonly now: Instant;
  readonly clock?: Clock;
  /** As the run knows it, which is newer than the row. */
  readonly state: DeliveryState;
  readonly act:
    | { readonly kind: 'begin' }
    | { readonly kind: 'pause'; readonly why: PauseReason }
    | { readonly kind: 'resume' }
    | { readonly kind: 'pass over' }
    | { readonly kind: 'stop' }
    | { readonly kind: 'again' };
}

/** Takes a delivery on: begins, pauses, resumes, ends a pass or the whole. Answers the state that stands in the row from now on. */
export async function steerDelivery(ports: Ports, input: SteerInput): Promise<DeliveryState | undefined> {
  const { row, now } = input;
  const counts = input.act.kind === 'pass over' ? await recounted(ports, input) : input.state.counts;
  const state = { ...input.state, counts };
  const { result } = await ports.record.commit((view) => {
    const line = view.row('mailings', row);
    const memory = deliveryOf(line);
    if (!line || memory?.freeze !== input.freeze) return { changes: [], result: undefined };
    const isApproved = () => {
      // Once it is under way alumni may come and go; before, everything must be as it was approved.
      if (memory.stage !== 'frozen') return contentPrint(counted(line)) === memory.content;
      const request = assessed(line, aroundOf(view, now));
      return request.content === memory.content && request.audiencePrint === memory.audience;
    };
    const next = withState(memory, after({ ...input, state }, isApproved));
    return { changes: deliveryChanges(view, row, next, now), result: next };
  });
  if (!result) return undefined;
  if (result.stage === 'done') await tellDelivered(ports, input, result);
  return stateOf(result);
}

/**
 * A later pass counts by difference, and one that fell may have lost some: what stands in the file decides. The first counts what it meets and
 * needs no second look.
 */
async function recounted(ports: Ports, { row, freeze, state }: SteerInput): Promise<Counts> {
  const memory = await ports.record.ask((view) => deliveryOf(view.row('mailings', row)));
  if (memory?.freeze !== freeze || state.pass.kind === 'first') return state.counts;
  let counts = NO_COUNTS;
  for (let from = 0; from < memory.count; from += CHUNK) {
    const lines = await ports.bulk.recipients.read(memory.file, from, Math.min(memory.count, from + CHUNK));
    counts = addResults(
      counts,
      'first',
      lines.flatMap(({ status }) => (status === '' ? [] : [{ status }])),
    );
  }
  return counts;
}

function after({ state, act, now }: SteerInput, isApproved: () => boolean): DeliveryState {
  const { pause: _, due, ...rest } = state;
  switch (act.kind) {
    case 'begin':
    case 'resume':
      if (!isApproved()) return { ...rest, stage: 'paused', pause: 'changed' };
      return due && due > now ? { ...rest, stage: 'waiting', due } : { ...rest, stage: 'sending' };
    case 'pause':
      return { ...rest, ...(due ? { due } : {}), stage: 'paused', pause: act.why };
    case 'again':
      return isApproved() ? nextPass(state, 'again') : { ...rest, stage: 'done' };
    case 'stop':
      return { ...rest, stage: 'done' };
    case 'pass over': {
      if (state.counts.deferred === 0 || state.pass.kind === 'again') return { ...rest, stage: 'done' };
      const at = laterAt(state, now);
      return at === undefined
        ? { ...rest, stage: 'done' }
        : { ...nextPass(state, 'later'), stage: 'waiting', due: at, later: state.later + 1 };
    }
  }
}

/** The mailing hears the counts; told again after a second round of those in doubt, when its report is out already. */
async function tellDelivered(ports: Ports, { row, now, clock, freeze }: SteerInput, memory: DeliveryMemory) {
  const message: Message = {
    id: `${row}/${freeze}/${memory.pass.number}/delivered`,
    kind: 'delivered',
    by: 'program',
    at: now,
    data: countsFor(memory),
    ...(clock ? { clock } : {}),
  };
  await ports.runs.leave(runId('mailing', row), message);
}

/** What the mailing's process is told: counts only. */
export const countsFor = (memory: DeliveryMemory): NonNullable<Message['data']> => ({
  sent: memory.counts.sent,
  failed: memory.counts.failed,
  bounced: memory.bounced,
  left: notSent(memory),
  unknown: memory.counts.unknown,
});

/** Staff say that those in doubt have it. */
export async function markUnknownSent(
  ports: Ports,
  { row, freeze, now }: { readonly row: string; readonly freeze: string; readonly now: Instant },
): Promise<DeliveryState | undefined> {
  const memory = await ports.record.ask((view) => deliveryOf(view.row('mailings', row)));
  if (memory?.freeze !== freeze) return undefined;
  let marked = 0;
  for (let from = 0; from < memory.count; from += CHUNK) {
    const lines = await ports.bulk.recipients.read(memory.file, from, Math.min(memory.count, from + CHUNK));
    const results = lines
      .filter(({ status }) => status === 'unknown')
      .map(({ ordinal }) => ({ ordinal, status: 'sent' as const, reply: 'marked by staff', at: now }));
    if (results.length > 0) await ports.bulk.recipients.results(memory.file, results);
    marked += results.length;
  }
  const { result } = await ports.record.commit((view) => {
    const there = deliveryOf(view.row('mailings', row));
    if (there?.freeze !== freeze) return { changes: [], result: undefined };
    // After a crash in between the file has none left, and all that were counted have been marked.
    const all = Array.from({ length: Math.max(marked, there.counts.unknown) }, () => ({ status: 'sent' as const }));
    const next = { ...there, counts: addResults(there.counts, 'again', all.slice(0, there.counts.unknown)) };
    return { changes: deliveryChanges(view, row, next, now), result: stateOf(next) };
  });
  return result;
}
