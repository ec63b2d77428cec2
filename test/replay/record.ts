/**
 * Records histories for the replay tests: `node test/replay/record.ts [mailings | MENTORS MENTEES SEED]`. Plays requests for mailings, a small
 * season, and one decision on a real clock, and keeps one run for each path that none is kept of yet. A recording is never overwritten: it
 * stands for runs that still live.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { LocalClient } from '../../local/client/index.ts';
import { rehearse, SEASON_START } from '../../local/rehearsal/index.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { state } from '../../workflows/messages.ts';
import { HISTORIES } from './histories.ts';
import { playMailings } from './mailings.ts';

async function withStack(
  options: { readonly clock: 'real' | 'frozen'; readonly now?: string; readonly empty: boolean },
  play: (stack: Stack, client: Client) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'record-'));
  const stack = await startStack({ ...options, dataDir, port: 0, ui: false, log: console.log });
  const connection = await Connection.connect({ address: stack.temporalAddress });
  try {
    await play(stack, new Client({ connection }));
  } finally {
    await connection.close();
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Keeps the run as `<process>-<path>.json`, without who ran it and where. */
async function keep(client: Client, workflowId: string, path: string, runId?: string): Promise<void> {
  const process = workflowId.split('/')[0];
  const file = join(HISTORIES, `${process}-${path.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.json`);
  if (existsSync(file)) return;
  const history = historyToJSON(await client.workflow.getHandle(workflowId, runId).fetchHistory());
  const scrubbed = JSON.stringify(JSON.parse(history), (key, value) =>
    key === 'identity' || (typeof value === 'string' && /^\d+@/.test(value)) ? 'recorded' : value,
  );
  writeFileSync(file, `${scrubbed}\n`);
  console.log(`kept ${file}`);
}

/** Every stage that a run has ended at, or stands at, is a path of its own. */
async function keepAll(
  client: Client,
  stageOf: (id: string) => string | undefined,
  { suffix = '', only }: { readonly suffix?: string; readonly only?: readonly string[] } = {},
): Promise<void> {
  for await (const info of client.workflow.list()) {
    const [process = '', row = ''] = info.workflowId.split('/');
    if (only && !only.includes(process)) continue;
    // Those that stand through a whole season would weigh more than all others; their real-clock recordings hold the same steps.
    if (!suffix && ['intake', 'desk'].includes(process)) continue;
    const running = info.status.name === 'RUNNING';
    const stage = ['intake', 'sync', 'desk'].includes(process)
      ? 'standing'
      : (stageOf(row) ?? (running ? (await client.workflow.getHandle(info.workflowId).query(state)).stage : 'ended'));
    await keep(client, info.workflowId, `${stage}${suffix}`, info.runId);
  }
}

/** A larger season meets more paths: `node test/replay/record.ts 12 20 7`; `node test/replay/record.ts mailings` plays no season. */
const [mentors = '6', mentees = '9', seed = '11'] = process.argv.slice(2);
mkdirSync(HISTORIES, { recursive: true });
// Requests for mailings take ways of their own, which no season plays.
await withStack({ clock: 'frozen', now: SEASON_START, empty: false }, async (stack, client) => {
  const people = new LocalClient(stack.url);
  await playMailings({ people, temporal: client });
  const stages = new Map((await people.rows('mailings')).map((row) => [row.id ?? '', row.stage ?? '']));
  await keepAll(client, (row) => stages.get(row), { only: ['mailing', 'delivery'] });
});
if (mentors === 'mailings') process.exit();
await withStack({ clock: 'frozen', now: SEASON_START, empty: true }, async (stack, client) => {
  const people = new LocalClient(stack.url);
  await rehearse({ stack, mentors: Number(mentors), mentees: Number(mentees), seed: Number(seed) });
  const rows = [
    ...(await people.rows('mentors')),
    ...(await people.rows('mentees')),
    ...(await people.rows('matches')),
    ...(await people.rows('cases')),
    ...(await people.rows('seasons')),
  ];
  const stages = new Map(rows.map((row) => [row.id ?? '', row.stage ?? '']));
  await keepAll(client, (row) => stages.get(row));
});
// Frozen runs never see a timer fire; without one that does, the guard would be blind to changed waits.
await withStack({ clock: 'real', empty: false }, async (stack, client) => {
  const people = new LocalClient(stack.url);
  const set = async (key: string, value: string) => {
    const row = (await people.rows('settings')).find((each) => each.key === key);
    await people.edit('settings', row?.id ?? '', { value });
  };
  await set('graceMinutes', '1');
  await people.add('mentees', {
    name: 'Somebody',
    email: 'somebody@nu.edu.kz',
    topics: 'Networking',
    languages: 'English',
    consentProfile: 'Yes',
    consentContact: 'Yes',
    consentStorage: 'Yes',
  });
  const mentee = async () => (await people.rows('mentees'))[0];
  while ((await mentee())?.stage !== 'Training') await sleep(200);
  await people.edit('mentees', (await mentee())?.id ?? '', { decision: 'Withdraw' });
  while ((await mentee())?.stage !== 'Withdrawn') await sleep(1_000);
  await keepAll(client, () => undefined, { suffix: '-timer-fired' });
});
console.log(`${readdirSync(HISTORIES).length} recordings`);
