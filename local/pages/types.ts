import type { Google } from '../google/index.ts';
import type { Inbox } from '../inbox/index.ts';

/** Program time as the clock service tells it. Instants are ISO 8601 with a zone. */
export interface ClockState {
  /** `real`: the machine's own time, which nobody can move. `frozen`: it stands until it is moved. */
  readonly mode: 'real' | 'frozen';
  readonly at: string;
  /** What the program does by itself next, in words. */
  readonly next: { readonly at: string; readonly what: string } | null;
  /** Just started: not everybody has been asked yet what is planned. */
  readonly learning?: true;
  readonly moving: boolean;
  /** Left out until it is known where the move leads. */
  readonly progress?: { readonly at: string; readonly target: string };
  /** What takes long, with what somebody can do about it; left out while nothing does. */
  readonly waitsFor?: {
    readonly runs: readonly { readonly run: string; readonly what: string; readonly url: string }[];
    readonly more: number;
    readonly advice: string;
  };
}

/** Where to: an instant, a span such as `P30D`, or the next event. */
export type ClockMove = { readonly to: string } | { readonly by: string } | { readonly next: true };

/** `error` is in words for people. */
export type ClockResult = { readonly ok: true } | { readonly ok: false; readonly error: string };

export interface Clock {
  get(): ClockState;
  /** Answers when everything that is due by then is done. */
  move(to: ClockMove): Promise<ClockResult>;
  /** Asks the runs that something happened to what they wait for now, so that `next` is true; moves nothing. */
  settle?(): Promise<unknown>;
}

/** Where the parts of a programme are. */
export interface Links {
  readonly spreadsheets: readonly { readonly title: string; readonly id: string; readonly readers?: string }[];
  readonly forms: readonly { readonly key: string; readonly title: string; readonly formId: string }[];
  readonly temporalUrl?: string;
  /** The tab "Needs you". */
  readonly needsUrl?: string;
  /** First steps for a newcomer; the desk has its own when left out. */
  readonly hints?: readonly string[];
}

/** What the pages show and act upon. */
export interface Parts {
  readonly google: Google;
  readonly inbox: Inbox;
  readonly clock: Clock;
  /** Given anew on each page, so that a programme set up meanwhile is seen. */
  readonly links: () => Links;
  /** Program time in milliseconds. */
  readonly programNow: () => number;
}
