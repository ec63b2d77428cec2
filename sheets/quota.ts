import { setTimeout as sleep } from 'node:timers/promises';

export interface QuotaOptions {
  /** Reads a minute. */
  readonly reads: number;
  /** Writes a minute. */
  readonly writes: number;
}

/**
 * A token bucket for each kind of call, so that we stay below Google's quota by ourselves: a minute's worth at once, then
 * evenly. Waiting is first come, first served.
 */
export class Quota {
  readonly #buckets: Record<'read' | 'write', { perMs: number; size: number; tokens: number; at: number }>;
  readonly #now: () => number;

  constructor(options: QuotaOptions, now: () => number) {
    this.#now = now;
    const bucket = (perMinute: number) => ({
      perMs: perMinute / 60_000,
      size: Math.max(1, perMinute),
      tokens: Math.max(1, perMinute),
      at: now(),
    });
    this.#buckets = { read: bucket(options.reads), write: bucket(options.writes) };
  }

  /** Milliseconds until this call may go out; takes the token at once. */
  take(kind: 'read' | 'write'): number {
    const bucket = this.#buckets[kind];
    const now = this.#now();
    bucket.tokens = Math.min(bucket.size, bucket.tokens + (now - bucket.at) * bucket.perMs);
    bucket.at = now;
    bucket.tokens -= 1;
    return bucket.tokens >= 0 ? 0 : Math.ceil(-bucket.tokens / bucket.perMs);
  }

  async turn(kind: 'read' | 'write'): Promise<void> {
    const wait = this.take(kind);
    if (wait > 0) await sleep(wait);
  }
}
