/** `npm start`: the whole system on this machine, on one data folder. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isInstant } from '../domain/calendar/index.ts';
import { trimMemory } from '../worker/trim-memory.ts';
import { type StackOptions, startStack } from './stack.ts';

const HELP = `npm start -- [--port 8080] [--data DIR] [--clock real|frozen] [--now INSTANT] [--empty]

Starts everything on this machine: the spreadsheets and forms, the inbox, the pages behind the links in letters, the worker,
and Temporal with its own pages. No account, no key, no internet. Ctrl-C stops it; the data folder keeps everything.
  --port N            where the desk listens (8080)
  --data DIR          where everything is kept (data)
  --clock real        program time is the time of this machine (default for a new folder)
  --clock frozen      program time stands still until you move it at /clock
  --now INSTANT       with a frozen clock: where it begins, such as 2026-09-01T04:00:00Z
  --empty             without the sample programme`;

class UsageError extends Error {}

/** What the command line asks for. Throws UsageError in words that say what to write instead. */
function readArguments(): Omit<StackOptions, 'log'> | 'help' {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      data: { type: 'string', default: 'data' },
      clock: { type: 'string', default: 'real' },
      now: { type: 'string' },
      empty: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageError(`--port takes a number from 1 to 65535, not "${values.port}".`);
  const { clock, now } = values;
  if (clock !== 'real' && clock !== 'frozen') throw new UsageError(`--clock takes real or frozen, not "${clock}".`);
  if (now !== undefined && clock === 'real')
    throw new UsageError('--now needs --clock frozen: a real clock cannot be set.');
  if (now !== undefined && !isInstant(now))
    throw new UsageError(`--now takes an instant such as 2026-09-01T04:00:00Z, not "${now}".`);
  return { port, dataDir: resolve(values.data), clock, empty: values.empty, ...(now === undefined ? {} : { now }) };
}

async function main(): Promise<number> {
  const options = readArguments();
  if (options === 'help') {
    console.log(HELP);
    return 0;
  }
  const began = performance.now();
  const stack = await startStack({ ...options, log: (line) => console.log(line) });
  stack.supervisor.stopOnSignals();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`
Ready after ${seconds} s.
  Desk         ${stack.url}/
  Spreadsheet  ${stack.url}/sheet
  Forms        ${stack.url}/forms
  Inbox        ${stack.url}/inbox
  Clock        ${stack.url}/clock
  Runs         ${stack.temporalUi ?? `on the Temporal server at ${stack.temporalAddress}`}

Everything is kept in ${options.dataDir}. Ctrl-C stops it.`);
  trimMemory();
  const trouble = await stack.supervisor.finished;
  if (trouble === undefined) return 0;
  console.error(trouble);
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const usage =
    error instanceof UsageError || (error as { code?: unknown }).code?.toString().startsWith('ERR_PARSE_ARGS');
  console.error(error instanceof Error ? error.message : error);
  if (usage) console.error(`\n${HELP}`);
  process.exitCode = usage ? 2 : 1;
}
