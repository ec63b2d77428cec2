/** The worker: runs all processes and their activities. `npm run worker`. */
import { parseArgs } from 'node:util';
import type { Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { TASK_QUEUE } from '../domain/messages.ts';
import { WORKBOOKS, type Workbook } from '../domain/program/index.ts';
import { ConfigError, readConfig } from './config.ts';
import { hideFaults } from './faults.ts';
import { beating } from './heartbeat.ts';
import { buildPorts } from './ports.ts';
import { programTime } from './program-time.ts';
import { addSearchAttributes } from './search-attributes.ts';
import { trimMemory } from './trim-memory.ts';
import { workflowBundle } from './workflow-bundle.ts';

const HELP = `The worker: runs every process and what it asks of the outside world. Everything it is told stands in its environment,
explained in .env.example.

npm run worker

Writes "ready" when it takes work. Stops on SIGTERM or Ctrl-C once letters being handed over are done.
`;
const log = (line: string): void => console.log(`${new Date().toISOString()} ${line}`);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  if (values.help) return console.log(HELP.trimEnd());
  const config = readConfig(process.env);
  Runtime.install({ logger: new DefaultLogger('WARN', ({ level, message }) => log(`${level} ${message}`)) });
  // A watch on a workbook lasts minutes; it must not keep the worker that long.
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());
  const built = await buildPorts(config, log, stopping.signal);
  const connection = await NativeConnection.connect({
    address: config.temporal.address,
    ...(config.temporal.apiKey ? { apiKey: config.temporal.apiKey, tls: true } : {}),
    // Packing messages pays on a network, not on the loopback.
    ...(/^(127\.|localhost:|\[::1\])/.test(config.temporal.address) ? { grpcCompression: { codec: 'none' } } : {}),
  });
  const worker = await Worker.create({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: createActivities(built.ports),
    interceptors: {
      activity: [
        () => ({ inbound: beating }),
        () => ({ inbound: hideFaults((code, error) => log(`activity failed: ${code} (${describe(error)})`)) }),
      ],
    },
    // A letter being handed over is finished before the worker goes.
    shutdownGraceTime: '40 seconds',
    maxConcurrentActivityTaskExecutions: 40,
    maxConcurrentWorkflowTaskExecutions: 20,
    maxCachedWorkflows: 400,
    reuseV8Context: true,
  });
  // Temporal Cloud has no operator service: there the attributes are made once by hand, and doctor says so.
  if (!config.temporal.apiKey)
    await addSearchAttributes(built.client.connection as Connection, config.temporal.namespace);
  const running = worker.run();
  await startStanding(built.ports.runs, config.clockUrl);
  log('ready');
  trimMemory();
  if (process.send) process.send('ready');
  await running;
  await built.close();
  await connection.close();
  // All is handed over. Left to itself the process waits for threads of Temporal's core that do not end.
  process.exit();
}

/** Where an error came from, without what it says: messages of SMTP and Google quote addresses and cells. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place =
    error.stack
      ?.split('\n')
      .find((line) => line.includes('at ') && !line.includes('node_modules'))
      ?.trim()
      .replace(/^at /, '') ?? '';
  return `${error.name} ${place}${process.env.LOG_ERRORS ? ` ${error.message}` : ''}`;
}

/** The runs that always stand: readers of forms and edits, and the staff queue. */
async function startStanding(
  runs: Awaited<ReturnType<typeof buildPorts>>['ports']['runs'],
  clockUrl: string | undefined,
): Promise<void> {
  const { clock } = await programTime(clockUrl);
  const at = clock ? { clock } : {};
  await Promise.all([
    runs.start('intake', { row: '', ...at }),
    runs.start('desk', { row: '', ...at }),
    ...(Object.keys(WORKBOOKS) as Workbook[])
      .filter((name) => name !== 'figures')
      .map((name) => runs.start('sync', { row: name, ...at })),
  ]);
}

try {
  await main();
} catch (error) {
  if (error instanceof ConfigError) console.error(error.message);
  else if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    console.error(`${error.message.split('. To specify')[0]}\nSee npm run worker -- --help`);
  else console.error('The worker stopped:', error);
  process.exitCode = 1;
}
