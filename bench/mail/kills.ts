import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Stack, type StackOptions, startStack } from '../../local/stack.ts';
import { openMailing } from './mailing.ts';
import { openSink } from './sink.ts';

export interface KillsOptions {
  readonly recipients: number;
  /** How often each part is killed, spread over the delivery. */
  readonly kills: Readonly<Partial<Record<'worker' | 'temporal', number>>>;
  /** A server that runs, which is not killed then. */
  readonly temporal?: NonNullable<StackOptions['temporal']>;
  readonly withinMs: number;
  readonly log?: (line: string) => void;
}
export interface KillsReport {
  readonly recipients: number;
  readonly killed: Readonly<Record<string, number>>;
  readonly counts: {
    readonly sent: number;
    readonly failed: number;
    readonly leftOut: number;
    readonly unknown: number;
  };
  /** Copies that arrived. */
  readonly arrived: number;
  /** Recipients whom the file calls served and who got nothing, or whom it does not mention at all. */
  readonly lost: number;
  /** Copies beyond the first of a recipient. */
  readonly duplicates: number;
  /** Recipients whom the file calls unknown; and how many of them got it. */
  readonly unknown: number;
  readonly unknownArrived: number;
  /** What the row and the queue say about them. */
  readonly progress: string;
  readonly isShown: boolean;
}

/** The highest share of the delivery after which nobody is killed any more. */
const LAST = 0.95;
const PATIENCE = Array.from({ length: 200 }, () => 50);

/** A delivery on the whole local stack while worker and Temporal are killed, and what everybody got in the end. */
export async function deliverUnderKills(options: KillsOptions): Promise<KillsReport> {
  const { recipients, temporal, log = () => undefined } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'mail-kills-'));
  const sink = await openSink();
  let stack: Stack | undefined;
  try {
    stack = await startStack({
      dataDir,
      port: 0,
      clock: 'real',
      ui: false,
      backoffMs: PATIENCE,
      env: { SMTP_URL: `smtp://127.0.0.1:${sink.port}` },
      ...(temporal ? { temporal } : {}),
    });
    const place = {
      url: stack.url,
      dataDir,
      temporalAddress: stack.temporalAddress,
      namespace: temporal?.namespace ?? 'default',
    };
    const mailing = await openMailing(place, recipients);
    await mailing.unlimited();
    await mailing.say('freeze');
    const deadline = Date.now() + options.withinMs;
    const reached = async (stage: string): Promise<void> => {
      while ((await mailing.memory())?.stage !== stage) {
        if (Date.now() > deadline) throw new Error(`not ${stage} in time: ${JSON.stringify(await mailing.memory())}`);
        await sleep(250);
      }
    };
    await reached('frozen');
    log(`${recipients} recipients frozen`);
    await mailing.say('send');
    const killed: Record<string, number> = {};
    const parts = order(options.kills);
    for (const [i, part] of parts.entries()) {
      const at = Math.round((LAST * recipients * (i + 1)) / (parts.length + 1));
      while (sink.count() < at) {
        if (Date.now() > deadline) throw new Error(`stuck at ${sink.count()} of ${recipients}`);
        await sleep(5);
      }
      const pid = stack.supervisor.pids()[part];
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      killed[part] = (killed[part] ?? 0) + 1;
      log(`${part} killed after ${sink.count()} copies`);
    }
    await reached('done');
    const { counts } = (await mailing.memory()) ?? {};
    if (!counts) throw new Error('the row forgot its delivery');
    const got = Map.groupBy(sink.taken, ({ to }) => to);
    const lines = await mailing.lines();
    const arrived = (email: string): number => got.get(email)?.length ?? 0;
    const unknown = lines.filter(({ status }) => status === 'unknown');
    const needs = await mailing.needs();
    const row = await mailing.row();
    await mailing.close();
    return {
      recipients,
      killed,
      counts,
      arrived: sink.count(),
      lost: lines.filter(({ status, email }) => status === '' || (status === 'sent' && arrived(email) === 0)).length,
      duplicates: lines.reduce((sum, { email }) => sum + Math.max(0, arrived(email) - 1), 0),
      unknown: unknown.length,
      unknownArrived: unknown.filter(({ email }) => arrived(email) > 0).length,
      progress: row?.cells.progress ?? '',
      isShown: needs.includes(`delivery-unknown/${mailing.id}`),
    };
  } finally {
    await stack?.stop();
    await sink.close();
    if (process.env.KEEP_DATA) log(`kept ${dataDir}`);
    else await rm(dataDir, { recursive: true, force: true });
  }
}

/** Who is killed when: the rarer part evenly among the others. */
function order(kills: KillsOptions['kills']): ('worker' | 'temporal')[] {
  const all = (['worker', 'temporal'] as const).flatMap((part) => {
    const n = kills[part] ?? 0;
    return Array.from({ length: n }, (_, i) => ({ part, at: (i + 0.5) / n }));
  });
  return all.toSorted((a, b) => a.at - b.at).map(({ part }) => part);
}

/** `npm run bench -- mail-kills`: 10,000 recipients, the worker killed 20 times and Temporal twice. */
export async function run(): Promise<void> {
  const report = await deliverUnderKills({
    recipients: 10_000,
    kills: { worker: 20, temporal: 2 },
    withinMs: 20 * 60_000,
    log: (line) => console.log(line),
  });
  const { killed, counts, arrived, lost, duplicates, unknown, unknownArrived, progress, isShown } = report;
  console.log(`killed      ${JSON.stringify(killed)}`);
  console.log(`arrived     ${arrived} copies; the row says: ${progress}`);
  console.log(`unknown     ${unknown} in the file, ${counts.unknown} counted; ${unknownArrived} of them had arrived`);
  console.log(`in doubt    ${isShown ? 'shown' : 'not shown'} in Needs you`);
  console.log(`lost        ${lost}`);
  console.log(`duplicates  ${duplicates}`);
  const isFine = lost === 0 && duplicates === 0 && counts.unknown === unknown && isShown === unknown > 0;
  if (!isFine) process.exitCode = 1;
}
