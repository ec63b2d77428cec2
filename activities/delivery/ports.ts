import type { CopyResult, Recipient, RecipientLine } from '../../domain/mailing/delivery/index.ts';
import type { MailingCopy, UploadsPort } from '../ports.ts';

/** Spreadsheets of recipients, one for each freezing of a mailing: only the program writes them, readers are those of the mailings' workbook. */
export interface RecipientsPort {
  /** The file of this freezing, made unless it is there. `title` holds no personal data. */
  open(of: {
    readonly mailing: string;
    readonly freeze: string;
    readonly title: string;
    readonly count: number;
  }): Promise<string>;
  /** Writes recipients at their places; what became of them stays. */
  write(file: string, recipients: readonly Recipient[]): Promise<void>;
  read(file: string, from: number, to: number): Promise<readonly RecipientLine[]>;
  /** Writes what became of copies. */
  results(file: string, results: readonly CopyResult[]): Promise<void>;
}

export interface BulkRun {
  readonly mailing: string;
  readonly freeze: string;
}
export interface JournalEntry {
  readonly status: 'sending' | CopyResult['status'];
  readonly reply: string;
  readonly at: string;
}

/** What this worker handed to the mail server of which mailing: claimed before, marked after. */
export interface BulkJournalPort {
  /** The journal's name; what another one reserved may have been handed over there. */
  readonly id: string;
  entries(run: BulkRun, from: number, to: number): ReadonlyMap<number, JournalEntry>;
  /**
   * Claims recipients in one transaction that outlives the machine. @throws when one was claimed before, unless it is to come again
   * (`again`: unknown ones as well).
   */
  claim(run: BulkRun, ordinals: readonly number[], again: boolean): Promise<void>;
  mark(run: BulkRun, results: readonly CopyResult[]): void;
  /** The server took nothing of these: they may be claimed again. */
  release(run: BulkRun, ordinals: readonly number[], before: 'deferred' | 'unknown' | undefined): void;
}

/** A mailing put into words once; only address and links differ from copy to copy. */
export interface BulkMailing {
  readonly copy: MailingCopy;
  readonly replyTo: string;
  /** The unit it comes from, for List-Id. */
  readonly unit: string;
  /** Beside the text, as `cid:picture`. */
  readonly picture?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}
export interface CopyTo {
  readonly mailing: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly messageId: string;
  /** Names mailing and recipient in the envelope's sender, so that a bounce says whose it is (VERP). */
  readonly bounceKey: string;
  /** `unsubscribe`: one press and no more mailings (RFC 8058). */
  readonly links: { readonly unsubscribe: string; readonly preferences: string };
}

/**
 * What the server said to a copy. `unavailable`: nothing was taken, the server could not be reached. `refused us`: it does not let us in or
 * refuses our address, whoever the recipient is. `unknown`: the connection was lost after the copy was on its way.
 */
export interface BulkAnswer {
  readonly status: 'sent' | 'failed' | 'deferred' | 'unknown' | 'unavailable' | 'refused us';
  readonly reply: string;
}
export interface BulkMailPort {
  /** Copies that are handed over at the same time. */
  readonly connections: number;
  /** Waits until at least one copy may go by the rate and answers how many may, at most `most`; 0 when given up. */
  turns(perMinute: number, most: number, signal: AbortSignal): Promise<number>;
  /** Never throws: whatever happens is an answer. */
  send(mailing: BulkMailing, to: CopyTo): Promise<BulkAnswer>;
}

/** Everything a delivery asks of the outside world besides the record. */
export interface BulkPorts {
  readonly recipients: RecipientsPort;
  readonly journal: BulkJournalPort;
  readonly mail: BulkMailPort;
  readonly files: UploadsPort;
  /** Aborted when the activity that asks is called off. */
  readonly calledOff: () => AbortSignal;
  readonly fileUrl: (file: string) => string;
}
