import { setTimeout as sleep } from 'node:timers/promises';

/** A pause may save up so much, in seconds of the rate: bursts stay short. */
const BURST_SECONDS = 1;

/** A token bucket in real time. */
export class Rate {
  private tokens = 0;
  private at: number;
  private readonly now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
    this.at = now();
  }

  /** How many may go now, at most `most`; takes them. 0 for none yet. */
  take(perMinute: number, most: number): number {
    if (perMinute <= 0) return most;
    const perMs = perMinute / 60_000;
    const now = this.now();
    this.tokens = Math.min(Math.max(1, perMs * 1000 * BURST_SECONDS), this.tokens + (now - this.at) * perMs);
    this.at = now;
    const taken = Math.min(most, Math.floor(this.tokens));
    this.tokens -= taken;
    return taken;
  }

  /** Waits until at least one may go; 0 when given up. */
  async turns(perMinute: number, most: number, signal: AbortSignal): Promise<number> {
    for (;;) {
      if (signal.aborted) return 0;
      const taken = this.take(perMinute, most);
      if (taken > 0) return taken;
      const wait = Math.max(1, ((1 - this.tokens) * 60_000) / perMinute);
      await sleep(Math.min(wait, 1000), undefined, { signal }).catch(() => undefined); // Aborted: seen above.
    }
  }
}
