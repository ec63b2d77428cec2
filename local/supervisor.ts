import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataLock } from './data-lock.ts';
import { tail } from './logs.ts';
import { describeExit } from './node-part.ts';
import type { Running } from './running.ts';

/**
 * Keeps the parts of the local stack running: starts them in order, starts one again when it ends by itself, and stops all in the
 * reverse order. A part is anything that can be started: Temporal, a Node process.
 */
export type { DataLock } from './data-lock.ts';
export { lockDataFolder } from './data-lock.ts';
export { type NodePartOptions, startNodePart } from './node-part.ts';
export { assertPortFree, freePort } from './ports.ts';
export type { Exit, Running } from './running.ts';

export interface Part<R extends Running = Running> {
  /** Also the name of its log, `<dataDir>/logs/<name>.log`. */
  readonly name: string;
  /** Must be able to run again, with the same ports and files. */
  start(): Promise<R>;
}

export interface SupervisorOptions {
  readonly dataDir: string;
  readonly lock?: DataLock;
  readonly log?: (line: string) => void;
  /** Waits before the first, second, … new start; as many failures in a row as there are waits, plus one, stop everything. */
  readonly backoffMs?: readonly number[];
  /** A part that ran longer than this had no quick failure: counting begins anew. */
  readonly settledAfterMs?: number;
}

export interface Supervisor {
  /** Starts a part and keeps it running. The first start is not repeated: what fails at once (a port in use) would fail again. */
  start<R extends Running>(part: Part<R>): Promise<R>;
  /** Process ids by part name, of what runs now. */
  pids(): Readonly<Record<string, number>>;
  /** Settles once everything has stopped: undefined after `stop`, or a message for a person when a part could not be kept running. */
  readonly finished: Promise<string | undefined>;
  stop(): Promise<void>;
  /** SIGINT, SIGTERM and SIGHUP stop everything in order; a second one at once. */
  stopOnSignals(): void;
}

export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { dataDir, lock, log = () => {}, backoffMs = [250, 1_000], settledAfterMs = 10_000 } = options;
  const parts = new Map<string, Running>();
  const starting = new Set<Promise<Running>>();
  const stopped = Promise.withResolvers<string | undefined>();
  const ending = new AbortController();
  let stopping: Promise<void> | undefined;

  const pids = (): Record<string, number> =>
    Object.fromEntries([...parts].flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid]])));

  /** Starts a part, and ends it again if a stop was asked for meanwhile: undefined then. */
  async function begin<R extends Running>(part: Part<R>): Promise<R | undefined> {
    const start = part.start();
    starting.add(start);
    try {
      const running = await start;
      if (stopping) {
        await running.stop();
        return undefined;
      }
      parts.set(part.name, running);
      await lock?.note(Object.values(pids()));
      return running;
    } finally {
      starting.delete(start);
    }
  }

  function stop(message?: string): Promise<void> {
    stopping ??= (async () => {
      ending.abort();
      await Promise.allSettled(starting);
      for (const [name, running] of [...parts].reverse()) {
        await running.stop();
        // A Temporal that was there before stays, and never exits.
        const exit = await Promise.race([running.exited, undefined]);
        if (exit?.signal === 'SIGKILL') log(`${name} did not stop by itself and was killed.`);
        parts.delete(name);
      }
      lock?.release();
      stopped.resolve(message);
    })();
    return stopping;
  }

  /** Follows one part for as long as it lives, start after start. */
  async function watch(part: Part, first: Running): Promise<void> {
    let running: Running | undefined = first;
    let began = Date.now();
    let failures = 0;
    let reason = '';
    while (!stopping) {
      if (running) {
        reason = `ended (${describeExit(await running.exited)})`;
        if (stopping) return;
        if (Date.now() - began > settledAfterMs) failures = 0;
      }
      const wait = backoffMs[failures];
      failures += 1;
      if (wait === undefined) return stop(await givenUp(part.name, failures, reason));
      log(`${part.name} ${reason}; starting it again.`);
      await sleep(wait, undefined, { signal: ending.signal }).catch(() => {});
      if (stopping) return;
      began = Date.now();
      try {
        running = await begin(part);
      } catch (error) {
        running = undefined;
        reason = `did not start: ${error instanceof Error ? error.message : error}`;
      }
    }
  }

  const givenUp = async (name: string, failures: number, reason: string): Promise<string> => {
    const file = join(dataDir, 'logs', `${name}.log`);
    return `${name} failed ${failures} times in a row, the last time it ${reason}. Everything was stopped. The end of its log (${file}):\n${await tail(file, 15)}`;
  };

  return {
    pids,
    finished: stopped.promise,
    stop: () => stop(),
    start: async (part) => {
      const running = await begin(part);
      if (!running) throw new Error(`${part.name} was stopped while starting.`);
      void watch(part, running);
      return running;
    },
    stopOnSignals: () => {
      let asked = false;
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.on(signal, () => {
          if (asked) for (const running of parts.values()) running.kill('SIGKILL');
          asked = true;
          void stop();
        });
    },
  };
}
