/**
 * A stand-in for Google Sheets v4, Forms v1 and Drive v3: the same REST over HTTP, kept on disk. Here belongs what
 * Google would do, and what people do by hand in Google's pages (`people`). Not here: pages, the record protocol,
 * anything that knows the programme.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Forms } from './forms/forms.ts';
import type { Form } from './forms/types.ts';
import { People } from './people/people.ts';
import { type Fault, type FaultPlan, Faults } from './server/faults.ts';
import { type Counts, makeHandler } from './server/handle.ts';
import { Quota } from './server/quota.ts';
import { openDatabase } from './store/database.ts';
import { Files, SPREADSHEET } from './store/files.ts';
import { type BookChange, Library } from './store/library.ts';

export { ApiError } from './errors.ts';
export { questionsOf } from './forms/json.ts';
export type { Form, FormResponse, Item, Question } from './forms/types.ts';
export type { People } from './people/people.ts';
export { AnswersError, type SubmitOptions } from './people/submit.ts';
export type { CellView, SheetView, SpreadsheetView, ValidationView } from './people/view.ts';
export { FAULT_HELP, isFault, parseFaults } from './server/faults.ts';

export interface GoogleOptions {
  /** folder of `google.sqlite`; made if missing */
  readonly dataDir: string;
  /** `google` limits each bearer token as Google does; `off` never answers 429 by itself */
  readonly quota: 'google' | 'off';
  /** what should go wrong, as `--faults` spells it */
  readonly faults?: string | FaultPlan;
  /** program time in milliseconds, for form and file timestamps; the real clock if left out */
  readonly now?: () => number;
}

/** Something in a spreadsheet changed, or a person answered a form. */
export type Change = BookChange | { readonly kind: 'form'; readonly id: string; readonly by: 'person' };

export interface Google {
  /** Answers one of Google's REST paths and gives true; gives false for any other path, untouched. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
  readonly people: People;
  /** Calls the listener after each change; the result takes it off again. */
  onChange(listener: (change: Change) => void): () => void;
  /** Drive's ever-growing version number of a file. */
  version(fileId: string): number;
  /** Sheets calls answered so far, as Google's quota counts them. */
  callCounts(): Readonly<Counts>;
  spreadsheets(): { id: string; title: string }[];
  forms(): Form[];
  /** Changes what goes wrong from now on; nothing when left out. */
  setFaults(faults?: string | FaultPlan): void;
  /** Makes the next call whose `METHOD /path` matches go wrong so. */
  failNext(fault: Fault, match?: RegExp, times?: number): void;
  close(): Promise<void>;
}

export async function createGoogle({ dataDir, quota, faults: plan, now = Date.now }: GoogleOptions): Promise<Google> {
  const db = openDatabase(dataDir);
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change): void => {
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (error) {
        // the change is done and stored: a listener's trouble must not turn it into a failed call
        console.error('A listener of the Google stand-in failed:', error);
      }
    }
  };
  const files = new Files(db, now);
  const library = new Library(db, files, tell);
  const forms = new Forms(db, files);
  const services = { library, files, forms, now };
  const faults = new Faults(plan);
  const counts: Counts = { reads: 0, writes: 0 };
  return {
    handle: makeHandler(services, quota === 'google' ? new Quota() : undefined, faults, counts),
    people: new People(services, (id) => tell({ kind: 'form', id, by: 'person' })),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: (fileId) => files.find(fileId)?.version ?? 0,
    callCounts: () => ({ ...counts }),
    spreadsheets: () =>
      files.list().flatMap((f) => (f.mimeType === SPREADSHEET && !f.trashed ? [{ id: f.id, title: f.name }] : [])),
    forms: () => forms.list(),
    setFaults: (next) => faults.set(next),
    failNext: (fault, match, times) => faults.failNext(fault, match, times),
    async close() {
      db.close();
    },
  };
}
