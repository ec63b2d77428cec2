/** `npm run rehearse`: a season in about a minute. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from '../stack.ts';
import { rehearse, reportWords, SEASON_START } from './index.ts';

const HELP = `npm run rehearse -- [--mentors N] [--mentees N] [--seed N] [--json FILE] [--quiet] [--keep]

Plays a whole season with scripted people on the real engine, in a folder of its own, and checks that nothing was lost.
  --mentors N   how many mentors (12)
  --mentees N   how many mentees (20)
  --seed N      who behaves how (7); the same seed gives the same people
  --json FILE   writes everything found, with the timeline
  --quiet       without the timeline
  --keep        leaves the data folder, to be looked at with npm start -- --clock frozen --data DIR
Exit code 0 when everything holds, 1 when something does not, 2 when it was asked for wrongly.`;

class UsageError extends Error {}

function readArguments() {
  const { values } = parseArgs({
    options: {
      mentors: { type: 'string', default: '12' },
      mentees: { type: 'string', default: '20' },
      seed: { type: 'string', default: '7' },
      json: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const whole = (name: 'mentors' | 'mentees' | 'seed', least: number, most: number): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not "${values[name]}".`);
    return value;
  };
  return {
    ...values,
    mentors: whole('mentors', 1, 200),
    mentees: whole('mentees', 1, 500),
    seed: whole('seed', 0, 2 ** 31 - 1),
  };
}

async function main(): Promise<number> {
  const options = readArguments();
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'rehearsal-'));
  console.log(`Starting in ${dataDir}`);
  const stack = await startStack({
    dataDir,
    port: 0,
    clock: 'frozen',
    now: SEASON_START,
    empty: true,
    log: (line) => console.log(line),
  });
  stack.supervisor.stopOnSignals();
  try {
    const report = await rehearse({ ...options, stack, onDay: showProgress });
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
    if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
    console.log(reportWords(report, { timeline: !options.quiet }));
    return report.invariants.some(({ failed }) => failed > 0) ? 1 : 0;
  } finally {
    await stack.stop();
    if (options.keep) console.log(`\nKept: npm start -- --clock frozen --data ${dataDir}`);
    else await rm(dataDir, { recursive: true, force: true });
  }
}

const WIDTH = 30;
/** A bar that fills; where there is no terminal, a line for every thirty days. */
function showProgress(day: number, of: number, today: string): void {
  const filled = Math.round((day / of) * WIDTH);
  if (process.stdout.isTTY) process.stdout.write(`\r[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${today}`);
  else if (day % 30 === 0) console.log(`  ${today}, day ${day} of ${of}`);
}

try {
  process.exitCode = await main();
} catch (error) {
  const usage = error instanceof UsageError || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
  console.error(error instanceof Error ? error.message : error);
  if (usage) console.error(`\n${HELP}`);
  else if (error instanceof Error && process.env.LOG_ERRORS) console.error(error.stack);
  process.exitCode = usage ? 2 : 1;
}
