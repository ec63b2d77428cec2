/** What a clock waits for: runs that were asked and have not answered for long. */
export interface Waiting {
  /** Longest first, a few of them. */
  readonly runs: readonly SlowRun[];
  /** How many others there are. */
  readonly more: number;
  /** What somebody can do, in words. */
  readonly advice: string;
}
export interface SlowRun {
  readonly run: string;
  /** Whom or what it stands for, in words. */
  readonly what: string;
  /** Page of the run. */
  readonly url: string;
}

const SHOWN = 5;
const ADVICE =
  'What is to be done there fails or takes long; it is tried again by itself, and the clock goes on once it is done. ' +
  'Look into Needs you: what is named there, such as a tab that is missing, you can put right. ' +
  'If nothing fits, the page of the run shows what fails.';

/** Keeps when each run was asked. */
export class Waits {
  private readonly patienceMs: number;
  private readonly asked = new Map<string, { readonly at: number; shown?: SlowRun }>();

  constructor(patienceMs: number) {
    this.patienceMs = patienceMs;
  }

  async during(run: string, work: () => Promise<void>): Promise<void> {
    const mine = { at: performance.now() };
    if (!this.asked.has(run)) this.asked.set(run, mine);
    try {
      await work();
    } finally {
      if (this.asked.get(run) === mine) this.asked.delete(run);
    }
  }

  /** Undefined unless something takes long. `show` is called once for each run: pages ask several times a second. */
  long(show: (run: string) => SlowRun): Waiting | undefined {
    const before = performance.now() - this.patienceMs;
    const slow = [...this.asked].filter(([, { at }]) => at <= before);
    if (slow.length === 0) return undefined;
    const runs = slow.slice(0, SHOWN).map(([run, entry]) => {
      entry.shown ??= show(run);
      return entry.shown;
    });
    return { runs, more: slow.length - runs.length, advice: ADVICE };
  }
}
