import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLog, readFrom, tail } from './logs.ts';
import type { Exit, Running } from './running.ts';

export interface NodePartOptions {
  readonly name: string;
  /** Absolute path of the TypeScript file. */
  readonly script: string;
  readonly args?: readonly string[];
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** The part is up when its log shows this line, or this address answers 200. */
  readonly ready: { readonly line: RegExp } | { readonly url: string };
  readonly readyWithinMs?: number;
  readonly stopWithinMs?: number;
}

/**
 * Starts one Node process, its output to `<dataDir>/logs/<name>.log`, and comes back when it is ready.
 * @throws Error with the end of the log when it ends or stays silent instead.
 */
export async function startNodePart(dataDir: string, options: NodePartOptions): Promise<Running> {
  const { name, script, args = [], env = {}, ready, readyWithinMs = 30_000, stopWithinMs = 10_000 } = options;
  const log = await openLog(dataDir, name);
  // A file rather than a pipe: the part outlives a kill of this process without choking on its output. Its own process group: Ctrl-C
  // reaches only us, and we stop the parts in order.
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  let exit: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 127, signal: null }));
  });
  void exited.then((how) => {
    exit = how;
  });
  await log.close();

  const running: Running = {
    pid: child.pid,
    exited,
    kill: (signal) => child.kill(signal),
    stop: async () => {
      child.kill('SIGTERM');
      const patience = new AbortController();
      const late = sleep(stopWithinMs, 'late', { signal: patience.signal }).catch(() => 'stopped');
      if ((await Promise.race([exited, late])) === 'late') child.kill('SIGKILL');
      patience.abort();
      await exited;
    },
  };

  const isReady = async (): Promise<boolean> => {
    if ('line' in ready) return ready.line.test(await readFrom(log.path, log.start));
    return fetch(ready.url, { signal: AbortSignal.timeout(2_000) }).then(
      async (reply) => {
        await reply.arrayBuffer();
        return reply.status === 200;
      },
      () => false,
    );
  };
  const deadline = Date.now() + readyWithinMs;
  while (!(await isReady())) {
    const late = Date.now() > deadline;
    if (late) await running.stop();
    if (exit || late)
      throw new Error(
        `${name} ${late ? `was not ready within ${readyWithinMs / 1000} s` : `ended while starting (${describeExit(exit)})`}. The end of its log (${log.path}):\n${await tail(log.path, 15, log.start)}`,
      );
    await sleep(25);
  }
  return running;
}

/** `code 1` or `SIGKILL`. */
export const describeExit = (exit: Exit | undefined): string => exit?.signal ?? `code ${exit?.code ?? 'unknown'}`;
