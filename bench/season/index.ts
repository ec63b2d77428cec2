import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { rehearse, SEASON_START } from '../../local/rehearsal/index.ts';
import { type Stack, startStack } from '../../local/stack.ts';

const MENTORS = 6;
const MENTEES = 8;
const SEED = 5;
const AT_WORK = ['Completed', 'Continued informally', 'Ended early', 'Closing', 'Active'];

/** What the bare workflows do instead of everything. */
export const noop = async (): Promise<void> => undefined;

/** Pairs carried through a season per minute, and bare workflows with as many no-op activities, on one server in one run. */
export async function run(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
  const stack = await startStack({ dataDir, port: 0, clock: 'frozen', now: SEASON_START, empty: true, ui: false });
  try {
    const report = await rehearse({ stack, mentors: MENTORS, mentees: MENTEES, seed: SEED });
    const pairs = Object.entries(report.stages.mentorship)
      .filter(([stage]) => AT_WORK.includes(stage))
      .reduce((sum, [, n]) => sum + n, 0);
    const broken = report.invariants.filter(({ failed }) => failed > 0);
    if (pairs === 0 || broken.length > 0)
      throw new Error(`the season does not count: ${pairs} pairs, ${broken.map(({ name }) => name).join('; ')}`);
    const activities = await activitiesIn(stack);
    const perPair = Math.round(activities / pairs);
    const season = (pairs / report.wallSeconds) * 60;
    const bare = await bareRate(stack, pairs, perPair);
    console.log(
      `season  ${pairs} pairs through ${report.wallSeconds} s, ${activities} activities (${perPair} a pair): ${season.toFixed(1)} pairs a minute`,
    );
    console.log(`bare    ${pairs} workflows with ${perPair} no-op activities each: ${bare.toFixed(1)} a minute`);
    console.log(`ratio   ${(season / bare).toFixed(3)}`);
  } finally {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Activities of all runs of people, pairs and seasons. */
async function activitiesIn(stack: Stack): Promise<number> {
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const client = new Client({ connection });
  let count = 0;
  for await (const run of client.workflow.list()) {
    const { events } = await client.workflow.getHandle(run.workflowId, run.runId).fetchHistory();
    count += (events ?? []).filter((event) => event.activityTaskScheduledEventAttributes).length;
  }
  await connection.close();
  return count;
}

async function bareRate(stack: Stack, workflows: number, activities: number): Promise<number> {
  const connection = await NativeConnection.connect({ address: stack.temporalAddress });
  const worker = await Worker.create({
    connection,
    taskQueue: 'bare',
    workflowsPath: fileURLToPath(new URL('./bare.ts', import.meta.url)),
    activities: { noop },
  });
  const plain = await Connection.connect({ address: stack.temporalAddress });
  const client = new Client({ connection: plain });
  const seconds = await worker.runUntil(async () => {
    const began = performance.now();
    await Promise.all(
      Array.from({ length: workflows }, (_, i) =>
        client.workflow.execute('bare', { workflowId: `bare/${i}`, taskQueue: 'bare', args: [activities] }),
      ),
    );
    return (performance.now() - began) / 1000;
  });
  await plain.close();
  await connection.close();
  return (workflows / seconds) * 60;
}
