import { setTimeout as sleep } from 'node:timers/promises';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { fault, Refused, Unanswered } from './errors.ts';
import type { Quota } from './quota.ts';

export type SheetsClient = sheets_v4.Sheets;
export type DriveClient = drive_v3.Drive;
export type FormsClient = forms_v1.Forms;

export interface CallerOptions {
  readonly now: () => number;
  readonly quota?: Quota;
  readonly log?: (line: string) => void;
  /** How long a read is tried, in milliseconds. */
  readonly patience: number;
}

/** What Google answered, cut to what no cell can have put there. */
export interface Answer {
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** `requests[3].updateCells` where a batch names the request it refuses. */
  readonly request: number | undefined;
}

export function answerOf(error: unknown): Answer {
  const { status, code, message } = error as { status?: unknown; code?: unknown; message?: unknown };
  const number = Number(status ?? code);
  const request = /requests\[(\d+)\]/.exec(String(message ?? ''))?.[1];
  return {
    status: Number.isInteger(number) && number >= 100 && number < 600 ? number : undefined,
    request: request === undefined ? undefined : Number(request),
  };
}

const passing = (status: number | undefined): boolean =>
  status === undefined || status === 408 || status === 429 || status >= 500;

/** Sends calls to Google: counts them, keeps to the quota, and repeats reads that were not answered. */
export class Caller {
  readonly #options: CallerOptions;
  readonly stats = { reads: 0, writes: 0 };

  constructor(options: CallerOptions) {
    this.#options = options;
  }

  /** A call that may be repeated. @throws Fault `record-unavailable` once patience is over, the raw error when it is our fault. */
  async read<T>(call: () => Promise<{ data: T }>, api: 'sheets' | 'drive' = 'sheets'): Promise<T> {
    const { now, quota, log, patience } = this.#options;
    const until = now() + patience;
    for (let tries = 0; ; tries++) {
      // Drive has a quota of its own, far above what we ask of it.
      if (api === 'sheets') {
        await quota?.turn('read');
        this.stats.reads++;
      }
      try {
        return (await call()).data;
      } catch (error) {
        const { status } = answerOf(error);
        if (!passing(status)) throw error;
        const wait = backoff(tries, status);
        if (now() + wait > until) throw fault('record-unavailable', new Error(`status ${status ?? 'none'}`));
        log?.(`read not answered (status ${status ?? 'none'}), again in ${Math.round(wait)} ms`);
        await sleep(wait);
      }
    }
  }

  /**
   * A write. Over quota it is repeated (nothing was applied); anything else is told apart into refused and unanswered.
   * `baton` says that the first request of a batch is the swap of the baton.
   */
  async write<T>(call: () => Promise<{ data: T }>, baton: boolean, api: 'sheets' | 'drive' = 'sheets'): Promise<T> {
    const { now, quota, log, patience } = this.#options;
    const until = now() + patience;
    for (let tries = 0; ; tries++) {
      if (api === 'sheets') {
        await quota?.turn('write');
        this.stats.writes++;
      }
      try {
        return (await call()).data;
      } catch (error) {
        const { status, request } = answerOf(error);
        const cause = new Error(`status ${status ?? 'none'}${request === undefined ? '' : `, request ${request}`}`);
        if (status === 429) {
          const wait = backoff(tries, status);
          if (now() + wait > until) throw fault('record-unavailable', cause);
          log?.(`write over quota, again in ${Math.round(wait)} ms`);
          await sleep(wait);
          continue;
        }
        if (status === 401 || status === 403 || status === 404) throw fault('record-unavailable', cause);
        if (passing(status)) throw new Unanswered({ cause });
        throw new Refused(baton && request === 0 ? 'baton' : 'content', { cause });
      }
    }
  }
}

/** Google asks for exponential backoff with jitter; a quota is refilled within a minute. */
const backoff = (tries: number, status: number | undefined): number =>
  Math.min(32_000, (status === 429 ? 1000 : 100) * 2 ** tries) * (0.5 + Math.random());
