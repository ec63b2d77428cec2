/**
 * The record: Google spreadsheets as a database that staff own. One protocol (docs/record.md), and nothing else calls the
 * API. Here belongs how rows are found, read, committed and shown, and reading form answers; not here: what a row means.
 */
import type { FormKey, TabKey, Workbook } from '../domain/program/index.ts';
import { Copies } from './copies.ts';
import { Caller, type DriveClient, type SheetsClient } from './google.ts';
import { Quota, type QuotaOptions } from './quota.ts';
import { RecordKeeper } from './record.ts';
import { GoogleWire } from './wire.ts';

/** Which files and forms in a Google account are ours. Written down by setup. */
export interface Ids {
  readonly spreadsheets: Readonly<Record<Workbook, string>>;
  readonly forms: Readonly<Record<FormKey, string>>;
  /** Where people answer each form: Google names that page by another id than the form's own. */
  readonly responders: Readonly<Record<FormKey, string>>;
}

export interface CreateRecordOptions {
  readonly sheets: SheetsClient;
  /** For `version` and the daily copies; without it every version is new, and nothing is copied. */
  readonly drive?: DriveClient;
  readonly ids: Pick<Ids, 'spreadsheets'>;
  /** Real time in milliseconds. */
  readonly now: () => number;
  /** A limit of its own, or one shared with others who call. */
  readonly quota?: QuotaOptions | Quota | undefined;
  /** The link in a row's Run column. */
  readonly runUrl?: (tab: TabKey, id: string) => string;
  readonly log?: (line: string) => void;
  /** How long a call or a commit is tried before `record-unavailable`, in milliseconds; one minute unless told. */
  readonly patience?: number;
}

export interface GoogleRecord extends RecordKeeper {
  /** Calls to Google so far. */
  stats(): { readonly reads: number; readonly writes: number };
}

/** The record over Google's API. Close it to let rows be brought up to date before the process ends. */
export function createRecord(options: CreateRecordOptions): GoogleRecord {
  const { sheets, drive, ids, now, quota, runUrl, log, patience = 60_000 } = options;
  const rest = { ...(log ? { log } : {}) };
  const caller = new Caller({
    now,
    patience,
    ...rest,
    ...(quota ? { quota: quota instanceof Quota ? quota : new Quota(quota, now) } : {}),
  });
  const wire = (workbook: Workbook) =>
    new GoogleWire({
      sheets,
      ...(drive ? { drive } : {}),
      spreadsheetId: ids.spreadsheets[workbook],
      workbook,
      caller,
    });
  const record = new RecordKeeper({
    wires: {
      programme: wire('programme'),
      restricted: wire('restricted'),
      mailings: wire('mailings'),
      figures: wire('figures'),
    },
    now,
    patience,
    ...rest,
    ...(drive ? { copies: new Copies({ sheets, drive, spreadsheets: ids.spreadsheets, caller }) } : {}),
    ...(runUrl ? { runUrl } : {}),
  });
  return Object.assign(record, { stats: () => ({ ...caller.stats }) });
}

export type { AnyChange } from '../activities/ports.ts';
export { googleClients } from './clients.ts';
export { createFiles } from './files.ts';
export { createForms } from './forms.ts';
export type { DriveClient, FormsClient, SheetsClient } from './google.ts';
export { Quota } from './quota.ts';
export { createRecipients } from './recipients.ts';
