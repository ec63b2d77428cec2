/** Virtual time: events in order, and between two of them everything that promises set in motion. */
export class VirtualClock {
  now = 0;
  #count = 0;
  #events: { readonly at: number; readonly n: number; readonly run: () => void }[] = [];

  after(ms: number, run: () => void): void {
    this.#events.push({ at: this.now + Math.max(0, ms), n: this.#count++, run });
  }
  sleep = (ms: number): Promise<void> => new Promise((resolve) => this.after(ms, resolve));

  /** Runs events until this time, or until none is left. */
  async runUntil(time: number): Promise<void> {
    for (;;) {
      let first = -1;
      for (let i = 0; i < this.#events.length; i++) {
        const [a, b] = [this.#events[i], this.#events[first]];
        if (a && (!b || a.at < b.at || (a.at === b.at && a.n < b.n))) first = i;
      }
      const event = this.#events[first];
      if (!event || event.at > time) {
        this.now = time;
        return;
      }
      this.#events.splice(first, 1);
      this.now = event.at;
      event.run();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
