/** The worker: runs all processes and their activities. `npm run worker`. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { TASK_QUEUE } from '../domain/messages.ts';
import { WORKBOOKS, type Workbook } from '../domain/program/index.ts';
import { ConfigError, readConfig } from './config.ts';
import { hideFaults } from './faults.ts';
import { buildPorts } from './ports.ts';
import { programTime } from './program-time.ts';

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
  const built = await buildPorts(config, log);
  const connection = await NativeConnection.connect({
    address: config.temporal.address,
    ...(config.temporal.apiKey ? { apiKey: config.temporal.apiKey, tls: true } : {}),
  });
  const worker = await Worker.create({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: TASK_QUEUE,
    workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
    activities: createActivities(built.ports),
    interceptors: {
      activity: [
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
  const running = worker.run();
  await startStanding(built.ports.runs, config.clockUrl);
  log('ready');
  if (process.send) process.send('ready');
  await running;
  await built.close();
  await connection.close();
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
