import { fromMs, type Instant, toMs } from '../../calendar/index.ts';
import { fingerprint } from '../../program/index.ts';
import {
  type CopyResult,
  type CopyStatus,
  type Counts,
  type DeliveryMemory,
  type DeliveryState,
  NO_COUNTS,
  type PassKind,
  type Recipient,
} from './types.ts';

/** Recipients that are read, hashed and kept in mind together. */
export const CHUNK = 1000;

/** The chunk that holds a recipient. */
export const chunkOf = (ordinal: number): number => Math.floor(ordinal / CHUNK);

/** Hash of who stands in a chunk, whatever became of them. */
export const chunkHash = (recipients: readonly Recipient[]): string =>
  fingerprint(
    JSON.stringify(recipients.map(({ ordinal, id, name, email, school }) => [ordinal, id, name, email, school])),
  );

/** Names one freezing of a mailing: the same message gives the same one, so that a repetition finds its own file. */
export const freezeKey = (mailing: string, messageId: string): string => fingerprint(`${mailing} ${messageId}`);

/** How long a server that asked to come again is left alone: greylisting lets us in after minutes, a full mailbox after hours. */
const LATER_MINUTES = [15, 60, 240] as const;

/** Whether this coming again is the last one. */
export const isLastLater = (later: number): boolean => later >= LATER_MINUTES.length;

/** When to come again, or undefined when it was tried often enough. */
export function laterAt({ later }: Pick<DeliveryState, 'later'>, now: Instant): Instant | undefined {
  const minutes = LATER_MINUTES[later];
  return minutes === undefined ? undefined : fromMs(toMs(now) + minutes * 60_000);
}

const COUNTED: Readonly<Record<CopyStatus, keyof Counts>> = {
  sent: 'sent',
  failed: 'failed',
  deferred: 'deferred',
  'left out': 'leftOut',
  unknown: 'unknown',
  // It was taken by the server before it came back; what came back is counted beside.
  bounced: 'sent',
};

/** Counts after a part of a pass: in a later one each copy leaves the count it stood in before. */
export function addResults(counts: Counts, kind: PassKind, results: readonly Pick<CopyResult, 'status'>[]): Counts {
  const out: Record<keyof Counts, number> = { ...counts };
  const before = kind === 'later' ? 'deferred' : kind === 'again' ? 'unknown' : undefined;
  for (const { status } of results) {
    out[COUNTED[status]]++;
    if (before) out[before]--;
  }
  return out;
}

/** Those who have not got it and will not, for the mailing's report. */
export const notSent = ({ count, counts }: Pick<DeliveryState, 'count' | 'counts'>): number =>
  count - counts.sent - counts.failed - counts.unknown;

/** With commas between thousands. */
const n = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** The cell Delivery: `1,240 of 3,000 sent · 3 failed · 2 left out · 1 unknown`. */
export function progressWords(state: DeliveryState & Partial<Pick<DeliveryMemory, 'bounced' | 'soft'>>): string {
  const { counts, count, stage } = state;
  const more = [
    [counts.failed, 'failed'],
    [counts.leftOut, 'left out since approval'],
    [counts.unknown, 'unknown'],
    [stage === 'done' ? 0 : counts.deferred, 'to be tried again'],
    [state.bounced ?? 0, 'bounced'],
    [state.soft ?? 0, 'delayed by their server'],
  ] as const;
  const words: Readonly<Record<DeliveryState['stage'], string>> = {
    frozen: `${n(count)} recipients, frozen at approval`,
    sending: `${n(counts.sent)} of ${n(count)} sent`,
    waiting: `${n(counts.sent)} of ${n(count)} sent`,
    paused: `Paused: ${n(counts.sent)} of ${n(count)} sent`,
    done: `${n(counts.sent)} of ${n(count)} sent`,
  };
  const parts = more.flatMap(([value, what]) => (value > 0 ? [`${n(value)} ${what}`] : []));
  const rest = stage === 'done' ? notSent(state) - counts.leftOut : 0;
  return [words[stage], ...parts, ...(rest > 0 ? [`${n(rest)} not sent`] : [])].join(' · ');
}

/** Nobody has it yet. */
export const frozenState = (freeze: string, count: number): DeliveryState => ({
  freeze,
  stage: 'frozen',
  count,
  pass: { number: 0, kind: 'first' },
  at: 0,
  counts: NO_COUNTS,
  later: 0,
});

/** The way through the recipients that follows. */
export const nextPass = (state: DeliveryState, kind: PassKind): DeliveryState => {
  const { due: _, pause: __, ...rest } = state;
  return { ...rest, stage: 'sending', pass: { number: state.pass.number + 1, kind }, at: 0 };
};
