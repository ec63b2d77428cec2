interface Event {
  readonly at: number;
  readonly n: number;
  readonly run: () => void;
}

/** Events that one turn of the event loop may run: a turn for each costs as much as the event itself. */
const TURN = 32;

/** Virtual time: events in order, and between two of them everything that promises set in motion. */
export class VirtualClock {
  now = 0;
  #count = 0;
  #events: Event[] = [];

  after(ms: number, run: () => void): void {
    this.#events.push({ at: this.now + Math.max(0, ms), n: this.#count++, run });
  }
  sleep = (ms: number): Promise<void> => new Promise((resolve) => this.after(ms, resolve));

  /** Runs events until this time, or until none is left. */
  runUntil(time: number): Promise<void> {
    return new Promise((done, failed) => {
      let ended = false;
      const step = (): void => {
        if (ended) return;
        try {
          ended = !this.#next(time);
        } catch (error) {
          ended = true;
          failed(error);
        }
        if (ended) done();
      };
      const turn = (): void => {
        // Node settles all promises between two of these callbacks.
        for (let i = 1; i < TURN; i++) setImmediate(step);
        setImmediate(() => {
          step();
          if (!ended) turn();
        });
      };
      turn();
    });
  }

  /** Runs the next event; false when none is due by this time. */
  #next(time: number): boolean {
    let first = -1;
    for (let i = 0; i < this.#events.length; i++) {
      const [a, b] = [this.#events[i], this.#events[first]];
      if (a && (!b || a.at < b.at || (a.at === b.at && a.n < b.n))) first = i;
    }
    const event = this.#events[first];
    if (!event || event.at > time) {
      this.now = time;
      return false;
    }
    this.#events.splice(first, 1);
    this.now = event.at;
    event.run();
    return true;
  }
}
