/**
 * The whole local stack on one data folder: Temporal, the embedded server, the worker. Used by `npm start`, by the rehearsal
 * and by tests; what it starts it also stops.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptClock } from './clock/kept.ts';
import { COMPILE_CACHE } from './compile-cache.mjs';
import {
  assertPortFree,
  createSupervisor,
  freePort,
  lockDataFolder,
  type Supervisor,
  startNodePart,
} from './supervisor.ts';
import { findTemporal, startTemporal } from './temporal/index.ts';

export interface StackOptions {
  readonly dataDir: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly clock: 'real' | 'frozen';
  /** Where a frozen clock begins, if the folder is new. */
  readonly now?: string;
  /** Without hints the readers find everything by themselves, later. */
  readonly hints?: boolean;
  /** Nothing typed into the sheets. */
  readonly empty?: boolean;
  /** A server that runs, and a namespace of it that is ready; without it one is started. */
  readonly temporal?: { readonly address: string; readonly namespace: string };
  /** Temporal keeps nothing on disk: for runs that are thrown away. */
  readonly temporalInMemory?: boolean;
  /** With Temporal's own pages. */
  readonly ui?: boolean;
  /** Told to the parts besides what they are told anyway: another mail server, say. */
  readonly env?: Readonly<Record<string, string>>;
  /** Waits before a part that fell is started again; for runs in which parts are killed on purpose. */
  readonly backoffMs?: readonly number[];
  readonly log?: (line: string) => void;
}

export interface Stack {
  readonly url: string;
  readonly temporalAddress: string;
  readonly temporalUi: string | undefined;
  /** Where the embedded inbox takes mail. */
  readonly smtpPort: number;
  readonly dataDir: string;
  readonly supervisor: Supervisor;
  stop(): Promise<void>;
}

interface Kept {
  readonly linkKeys: string;
  readonly hintSecret: string;
  readonly ports: {
    readonly server: number;
    readonly functions: number;
    readonly smtp: number;
    readonly temporal: number;
    readonly ui: number;
  };
}

/** Secrets and ports of a data folder: links in letters must work after a restart. */
async function keptOf(dataDir: string, port: number): Promise<Kept> {
  const file = join(dataDir, 'stack.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : undefined;
  if (kept && (port === 0 || kept.ports.server === port)) return kept;
  const made: Kept = {
    linkKeys: kept?.linkKeys ?? `a:${randomBytes(24).toString('hex')}`,
    hintSecret: kept?.hintSecret ?? randomBytes(24).toString('hex'),
    ports: {
      server: port || (await freePort()),
      functions: await freePort(),
      smtp: await freePort(),
      temporal: await freePort(),
      ui: await freePort(),
    },
  };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** Starts everything and comes back when all of it is ready. Throws in plain words: a port or folder in use, a folder whose clock is frozen. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, log = () => undefined } = options;
  mkdirSync(dataDir, { recursive: true });
  keptClock(dataDir, options.clock);
  const lock = await lockDataFolder(dataDir, log);
  const kept = await keptOf(dataDir, options.port);
  const { ports } = kept;
  const supervisor = createSupervisor({
    dataDir,
    lock,
    log,
    ...(options.backoffMs ? { backoffMs: options.backoffMs } : {}),
  });
  const url = `http://127.0.0.1:${ports.server}`;
  const idsFile = join(dataDir, 'google-ids.json');
  try {
    await assertPortFree(ports.server, 'the desk');
    await assertPortFree(ports.functions, 'the pages behind links in letters');
    await assertPortFree(ports.smtp, 'the inbox');
    const env = (address: string): Record<string, string> => ({
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      // Compiled once for all starts: quicker, and the compiler stays out of memory.
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      // Fewer pools of freed memory that each thread of the C library keeps to itself.
      MALLOC_ARENA_MAX: '2',
      TZ: 'UTC',
      DATA_DIR: dataDir,
      PORT: String(ports.server),
      FUNCTIONS_PORT: String(ports.functions),
      SMTP_PORT: String(ports.smtp),
      GOOGLE_IDS: idsFile,
      SHEETS_ROOT_URL: url,
      GOOGLE_QUOTA: 'off',
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: options.temporal?.namespace ?? 'default',
      TEMPORAL_UI_URL: `http://127.0.0.1:${ports.ui}`,
      SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
      MAIL_FROM: 'Career and Advising Center <cac@nu.edu.kz>',
      BOUNCE_ADDRESS: 'bounces@nu.edu.kz',
      PUBLIC_URL: `http://127.0.0.1:${ports.functions}`,
      LINK_KEYS: kept.linkKeys,
      HINT_SECRET: kept.hintSecret,
      CLOCK_MODE: options.clock,
      ...(options.now ? { CLOCK_NOW: options.now } : {}),
      ...(options.empty ? { SAMPLE: 'off' } : {}),
      ...(options.hints === false ? { HINTS: 'off' } : {}),
      ...(options.clock === 'frozen' ? { CLOCK_URL: `${url}/api/clock` } : {}),
      ...options.env,
    });
    const startOwn = async () => {
      const found = await findTemporal({ log });
      const ui = options.ui === false ? {} : { uiPort: ports.ui };
      return supervisor.start({
        name: 'temporal',
        start: () =>
          startTemporal({ ...(options.temporalInMemory ? {} : { dataDir }), port: ports.temporal, ...ui, found, log }),
      });
    };
    const temporal = options.temporal ?? (await startOwn());
    const script = (file: string) => join(import.meta.dirname, '..', file);
    await supervisor.start({
      name: 'server',
      start: () =>
        startNodePart(dataDir, {
          name: 'server',
          script: script('local/server/main.ts'),
          env: env(temporal.address),
          ready: { url: `${url}/healthz` },
        }),
    });
    await supervisor.start({
      name: 'worker',
      start: () =>
        startNodePart(dataDir, {
          name: 'worker',
          script: script('worker/main.ts'),
          env: env(temporal.address),
          ready: { line: / ready$/m },
          stopWithinMs: 5_000,
        }),
    });
    return {
      url,
      temporalAddress: temporal.address,
      temporalUi: 'uiUrl' in temporal ? temporal.uiUrl : undefined,
      smtpPort: ports.smtp,
      dataDir,
      supervisor,
      stop: () => supervisor.stop(),
    };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}
