import { execFile, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openLog, tail } from '../logs.ts';
import { answers, assertPortFree, freePort } from '../ports.ts';
import type { Exit, Running } from '../running.ts';
import { type FoundTemporal, findTemporal } from './find.ts';
import { checkStamp } from './stamp.ts';

export interface StartOptions {
  /** Keeps everything in `<dataDir>/temporal.sqlite` and logs to `<dataDir>/logs/temporal.log`; without it all is in memory. */
  readonly dataDir?: string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** 0 takes a free port; without it there is no UI. */
  readonly uiPort?: number;
  /** Made ready: kept 30 days after a run closes, with the search attributes of the program. */
  readonly namespaces?: readonly string[];
  /** Names and types (`KEYWORD`, `DATETIME`, …); those of the program unless given. */
  readonly searchAttributes?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
  /** What `findTemporal` found, to skip looking again at a restart. */
  readonly found?: FoundTemporal;
}

export interface Temporal extends Running {
  readonly address: string;
  readonly uiUrl: string | undefined;
}

const HOST = '127.0.0.1';
const START_LIMIT_MS = 15_000;
const STOP_LIMIT_MS = 5_000;

/**
 * Starts the Temporal dev server and comes back when it answers and its namespaces are ready. Can be called again with the same
 * folder and ports after the server was killed. With TEMPORAL_ADDRESS nothing is started: that server is made ready and stays.
 * @throws Error in plain words: port in use, folder of another release, server not up within 15 s (with the end of its log).
 */
export async function startTemporal(options: StartOptions = {}): Promise<Temporal> {
  const { dataDir, namespaces = ['default'], searchAttributes, log } = options;
  const found = options.found ?? (await findTemporal({ ...(log && { log }) }));
  if (found.kind === 'running') return useRunning(found.address, namespaces, searchAttributes);

  if (dataDir) {
    await mkdir(dataDir, { recursive: true });
    await checkStamp(dataDir, found.version);
  }
  await assertPortFree(options.port ?? 0, 'Temporal', HOST);
  await assertPortFree(options.uiPort ?? 0, "Temporal's UI", HOST);
  const port = options.port || (await freePort(HOST));
  const uiPort = options.uiPort === 0 ? await freePort(HOST) : options.uiPort;

  const logFile = dataDir ? await openLog(dataDir, 'temporal') : undefined;
  // Its own process group: Ctrl-C in the terminal reaches only us, and we stop the parts in order.
  const child = spawn(found.path, serverArguments({ dataDir, port, uiPort, namespaces }), {
    stdio: ['ignore', logFile?.fd ?? 'ignore', logFile?.fd ?? 'ignore'],
    detached: true,
  });
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 127, signal: null }));
  });
  await logFile?.close();

  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const patience = new AbortController();
    const late = sleep(STOP_LIMIT_MS, 'late', { signal: patience.signal }).catch(() => 'stopped');
    if ((await Promise.race([exited, late])) === 'late') child.kill('SIGKILL');
    patience.abort();
    await exited;
  };
  const address = `${HOST}:${port}`;
  try {
    await waitUntilListening(port, exited);
    await prepare(address, namespaces, searchAttributes);
  } catch (error) {
    await stop();
    const end = logFile ? await tail(logFile.path, 10) : '';
    throw new Error(`Temporal did not start: ${error instanceof Error ? error.message : error}${end && `\n${end}`}`);
  }
  return {
    address,
    uiUrl: uiPort ? `http://${HOST}:${uiPort}` : undefined,
    pid: child.pid,
    exited,
    kill: (signal) => child.kill(signal),
    stop,
  };
}

interface ServerArguments {
  readonly dataDir: string | undefined;
  readonly port: number;
  readonly uiPort: number | undefined;
  readonly namespaces: readonly string[];
}

const SETTINGS = [
  // One worker polls one queue: four partitions of it would only forward tasks to each other.
  'matching.numTaskqueueReadPartitions=1',
  'matching.numTaskqueueWritePartitions=1',
  // A shard looks for new tasks at most 20 times a second unless told otherwise, and all runs here share one shard: of steps
  // that follow each other quickly each would wait for the rest of its 50 ms.
  'history.transferProcessorMaxPollRPS=1000',
  'history.timerProcessorMaxPollRPS=1000',
];

function serverArguments({ dataDir, port, uiPort, namespaces }: ServerArguments): string[] {
  const file = ['--db-filename', join(dataDir ?? '', 'temporal.sqlite')];
  // WAL with synchronous=1 (NORMAL) keeps what was acknowledged through a kill of the server, at a fraction of the flushes.
  const pragmas = ['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1'];
  return [
    ...['server', 'start-dev', '--ip', HOST, '--port', String(port), '--log-level', 'error', '--log-format', 'text'],
    ...namespaces.flatMap((name) => ['--namespace', name]),
    ...(uiPort ? ['--ui-port', String(uiPort), '--ui-disable-news-fetch'] : ['--headless']),
    ...(dataDir ? [...file, ...pragmas] : []),
    ...SETTINGS.flatMap((value) => ['--dynamic-config-value', value]),
  ];
}

async function waitUntilListening(port: number, exited: Promise<Exit>): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  let exit: Exit | undefined;
  void exited.then((how) => {
    exit = how;
  });
  while (!(await answers(port, HOST))) {
    if (exit) throw new Error(`it ended at once (${exit.signal ?? `code ${exit.code}`}).`);
    if (Date.now() > deadline) throw new Error(`it did not answer within ${START_LIMIT_MS / 1000} s.`);
    await sleep(25);
  }
}

/** In a process of its own: Temporal's client would stay in our memory for as long as the stack runs. */
async function prepare(
  address: string,
  namespaces: readonly string[],
  attributes?: Readonly<Record<string, string>>,
): Promise<void> {
  const script = join(import.meta.dirname, 'prepare-main.ts');
  const wish = JSON.stringify({ address, namespaces, attributes, connectTimeout: START_LIMIT_MS });
  try {
    await promisify(execFile)(process.execPath, [script, wish]);
  } catch (error) {
    throw new Error((error as { stderr?: string }).stderr?.trim() || 'its namespaces could not be made ready');
  }
}

async function useRunning(
  address: string,
  namespaces: readonly string[],
  attributes?: Readonly<Record<string, string>>,
): Promise<Temporal> {
  try {
    await prepare(address, namespaces, attributes);
  } catch (error) {
    throw new Error(
      `No Temporal server answers at ${address} (TEMPORAL_ADDRESS): ${error instanceof Error ? error.message : error}`,
    );
  }
  return {
    address,
    uiUrl: undefined,
    pid: undefined,
    exited: new Promise(() => {}),
    kill: () => false,
    stop: async () => {},
  };
}
