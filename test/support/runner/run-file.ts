import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { TestFile } from './files.ts';

export interface FileResult {
  readonly path: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly output: string;
  /** What went wrong beside failing tests: out of time, no tests, ended badly. */
  readonly problem?: string | undefined;
}

export interface RunOptions {
  readonly limitMs: number;
  readonly env: Readonly<Record<string, string>>;
  /** False for a plain program, which is judged by its exit code alone. */
  readonly counts?: boolean;
}

const running = new Set<ChildProcess>();

/** Runs one file in a process of its own and reads uvu's summary. Never throws: what goes wrong is a failure of that file. */
export async function runFile(file: TestFile, { limitMs, env, counts = true }: RunOptions): Promise<FileResult> {
  const began = performance.now();
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file.path], {
    env: { ...inherited, NO_COLOR: '1', TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that what the file started goes with it.
    detached: true,
  });
  running.add(child);
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr.on('data', (piece: Buffer) => pieces.push(piece));
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    void endFile(child);
  }, limitMs);
  // "exit", not "close": a grandchild that keeps the pipes open must not hold up the run; it is ended with the group.
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 127, signal: null }));
  });
  clearTimeout(limit);
  endGroup(child);
  await drained(child);
  running.delete(child);

  const output = stripVTControlCharacters(Buffer.concat(pieces).toString('utf8'));
  const seconds = (performance.now() - began) / 1_000;
  const { total, passed, skipped } = readSummary(output);
  const failing = total - passed;
  const problem = late
    ? `stopped after ${limitMs / 1_000} s`
    : signal
      ? `ended by ${signal}`
      : code !== 0 && failing === 0
        ? `ended with code ${code}`
        : counts && total + skipped === 0
          ? 'has no tests (is .run() missing?)'
          : undefined;
  return { path: file.path, passed, failed: problem && failing === 0 ? 1 : failing, skipped, seconds, output, problem };
}

/** Ends every file that runs, with what it started. */
export async function endAllFiles(): Promise<void> {
  await Promise.all([...running].map(endFile));
}

/** How long a file may take to end what stands in groups of its own, such as the parts of a local stack. */
const FAREWELL_MS = 2_000;

/** Asks a file to go, so that it ends what it started elsewhere; then its group goes, whatever it does. */
async function endFile(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const patience = new AbortController();
  await Promise.race([gone, sleep(FAREWELL_MS, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
  endGroup(child);
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // The whole group has ended: nothing to do.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits for what is still in the pipes, but not for a process of another group that holds them open. */
function drained(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(patience);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve();
    };
    const patience = setTimeout(done, 500);
    child.once('close', done);
  });
}

/** uvu prints `Total:`, `Passed:` and `Skipped:` once per process, after the last suite. */
function readSummary(output: string): { total: number; passed: number; skipped: number } {
  const last = (label: string): number =>
    Number([...output.matchAll(new RegExp(`^ {2}${label}: +(\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  return { total: last('Total'), passed: last('Passed'), skipped: last('Skipped') };
}
