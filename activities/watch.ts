import { Context } from '@temporalio/activity';
import type { Workbook } from '../domain/program/index.ts';
import type { Ports } from './ports.ts';

export interface WatchInput {
  readonly workbook: Workbook;
  /** Version that was seen last; null: returns at once. */
  readonly version: string | null;
  readonly everySeconds: number;
  readonly forSeconds: number;
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/**
 * Waits until Drive's version of a workbook moves on, or the time is up. Drive's quota, not that of Sheets, pays for it. It
 * waits before it looks: a reading has just been, and what that wrote itself is no news worth another one at once.
 */
export async function watchWorkbook(ports: Ports, input: WatchInput): Promise<{ version: string }> {
  const context = Context.current();
  const until = ports.realNow() + input.forSeconds * 1000;
  for (;;) {
    if (input.version !== null) await Promise.race([context.sleep(input.everySeconds * 1000), aborted(ports.stopping)]);
    const version = await ports.record.version(input.workbook);
    if (version !== input.version || ports.realNow() >= until || ports.stopping.aborted) return { version };
    context.heartbeat();
  }
}
