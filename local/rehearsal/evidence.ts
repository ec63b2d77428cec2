import { Client, Connection, type WorkflowExecutionInfo } from '@temporalio/client';
import { TAB_KEYS, type TabKey } from '../../domain/program/index.ts';
import { state } from '../../workflows/messages.ts';
import type { Cells, Letter, LocalClient } from '../client/index.ts';
import type { Actor } from './cast.ts';

/** A run as Temporal shows it, with everything its history holds as text. */
export interface Run {
  readonly id: string;
  readonly status: string;
  /** Stage by the run's own answer; undefined once it is closed, or where it stands for no row. */
  readonly stage: string | undefined;
  /** Identity, search attributes, memo, summaries and every event, payloads decoded. */
  readonly text: string;
}

/** All that a season left behind: what staff see, what people got, what Temporal keeps. */
export interface Evidence {
  readonly tabs: Readonly<Record<TabKey, readonly Cells[]>>;
  readonly letters: readonly Letter[];
  readonly runs: readonly Run[];
  readonly cast: readonly Actor[];
  readonly sheetCalls: { readonly reads: number; readonly writes: number };
}

/** Histories are fetched several at a time. */
const AT_ONCE = 4;
const STANDING = /^(intake|sync|desk)/;

/** Gathers the evidence once the season has been played. */
export async function gather(
  people: LocalClient,
  cast: readonly Actor[],
  temporal: { readonly address: string; readonly namespace: string },
): Promise<Evidence> {
  const rows = await Promise.all(TAB_KEYS.map(async (tab) => [tab, await people.rows(tab)] as const));
  const connection = await Connection.connect({ address: temporal.address });
  try {
    return {
      tabs: Object.fromEntries(rows) as unknown as Evidence['tabs'],
      letters: await people.letters(),
      runs: await runsOf(new Client({ connection, namespace: temporal.namespace })),
      cast,
      sheetCalls: (await people.json('/api/sheet-calls')) as Evidence['sheetCalls'],
    };
  } finally {
    await connection.close();
  }
}

async function runsOf(client: Client): Promise<Run[]> {
  const infos: WorkflowExecutionInfo[] = [];
  for await (const info of client.workflow.list()) infos.push(info);
  const runs: Run[] = [];
  const lane = async () => {
    for (let info = infos.pop(); info; info = infos.pop()) runs.push(await runOf(client, info));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return runs;
}

async function runOf(client: Client, info: WorkflowExecutionInfo): Promise<Run> {
  const handle = client.workflow.getHandle(info.workflowId, info.runId);
  const history = await handle.fetchHistory();
  const open = info.status.name === 'RUNNING' && !STANDING.test(info.workflowId);
  return {
    id: info.workflowId,
    status: info.status.name,
    stage: open ? (await handle.query(state)).stage : undefined,
    text: textOf({ id: info.workflowId, attributes: info.searchAttributes, memo: info.memo, raw: info.raw, history }),
  };
}

/** Everything as text, bytes read as UTF-8: payloads of the default converter are plain JSON. */
function textOf(value: unknown): string {
  const parts: string[] = [];
  const seen = new Set<object>();
  const walk = (one: unknown): void => {
    if (one instanceof Uint8Array) parts.push(Buffer.from(one).toString('utf8'));
    else if (typeof one === 'string') parts.push(one);
    else if (typeof one === 'object' && one !== null && !seen.has(one)) {
      seen.add(one);
      for (const [key, each] of Object.entries(one)) {
        parts.push(key);
        walk(each);
      }
    }
  };
  walk(value);
  return parts.join('\n');
}
