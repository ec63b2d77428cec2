import type { Instant } from '../../calendar/index.ts';

/** Somebody who gets a mailing, as frozen at approval. Holds personal data: never leaves an activity. */
export interface Recipient {
  /** Place in the file, from 0; the file shows it from 1. */
  readonly ordinal: number;
  /** ID in the register. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly school: string;
}

/**
 * What became of a copy. `deferred`: the server asked to come again later. `left out`: unsubscribed or bounced since approval. `unknown`:
 * a process ended between handing over and writing it down; never sent again unless staff say so. `bounced`: came back later.
 */
export type CopyStatus = 'sent' | 'failed' | 'deferred' | 'left out' | 'unknown' | 'bounced';

/** A recipient's line as it stands in the file. */
export interface RecipientLine extends Recipient {
  readonly status: CopyStatus | '';
  readonly reply: string;
}

export interface CopyResult {
  readonly ordinal: number;
  readonly status: CopyStatus;
  readonly reply: string;
  readonly at: Instant;
}

export interface Counts {
  readonly sent: number;
  readonly failed: number;
  /** Unsubscribed or bounced since they were frozen. */
  readonly leftOut: number;
  readonly unknown: number;
  readonly deferred: number;
}
export const NO_COUNTS: Counts = { sent: 0, failed: 0, leftOut: 0, unknown: 0, deferred: 0 };

/**
 * One way through the recipients. `first` takes all; `later` those whose server asked to come again; `again` those of whom nobody knows,
 * when staff say so.
 */
export type PassKind = 'first' | 'later' | 'again';
export interface Pass {
  /** From 0; names reservations, so that one pass is never taken for another. */
  readonly number: number;
  readonly kind: PassKind;
}

/** Why a delivery stands still: somebody asked, the mail server does not let us in, text or recipients are not what was approved. */
export type PauseReason = 'asked' | 'refused-us' | 'changed';
export type DeliveryStage = 'frozen' | 'sending' | 'waiting' | 'paused' | 'done';

/** How far a delivery is, as its run knows it: codes and counts. */
export interface DeliveryState {
  readonly freeze: string;
  readonly stage: DeliveryStage;
  readonly pause?: PauseReason;
  /** Recipients frozen. */
  readonly count: number;
  readonly pass: Pass;
  /** Ordinal up to which this pass has come. */
  readonly at: number;
  readonly counts: Counts;
  /** When those come again whose server asked for it. */
  readonly due?: Instant;
  /** How often they came again. */
  readonly later: number;
}

/** The row's memory of its delivery: enough to go on without Temporal, and to judge what another worker may have done. */
export interface DeliveryMemory extends DeliveryState {
  readonly version: 1;
  readonly content: string;
  readonly audience: string;
  readonly unit: string;
  /** Id of the spreadsheet with the recipients. */
  readonly file: string;
  /** Hash of each chunk of it at that moment. */
  readonly chunks: readonly string[];
  /** Who may be handing over which part of which pass at this moment, by the id of the worker's journal. */
  readonly reserved?: { readonly pass: number; readonly from: number; readonly to: number; readonly journal: string };
  readonly bounced: number;
  readonly soft: number;
}
