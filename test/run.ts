import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startTemporal, type Temporal } from '../local/temporal/index.ts';
import { findTestFiles, type TestFile } from './support/runner/files.ts';
import { endAllFiles, type FileResult, runFile } from './support/runner/run-file.ts';
import { inParallel } from './support/runner/schedule.ts';
import { showResult, showSummary } from './support/runner/show.ts';

const HELP = `npm test -- [TEXT …] [--only NAME] [--jobs N] [--limit SECONDS] [--folder DIR]

Runs every test file under test/, each in a process of its own, two at a time.
  TEXT            only files whose path contains one of these texts
  --only NAME     only files called NAME.test.ts
  --jobs N        so many at a time (2)
  --limit SECONDS for each file, unless the file asks for more (120)
  --folder DIR    look here instead of test/
A file may begin with "// runner: alone" (nothing runs beside it) or "// runner: minutes=5" (a longer limit).`;

const BUILD = 'templates/build/main.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  let options: ReturnType<typeof readArguments>;
  try {
    options = readArguments();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const files = await findTestFiles(options);
  if (files.length === 0) {
    console.error('No test file matches.');
    console.log('0 passed, 1 failed');
    return 1;
  }

  let temporal: Promise<Temporal> | undefined;
  const end = async (): Promise<void> => {
    await endAllFiles();
    await temporal?.then(
      (server) => server.stop(),
      () => {},
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end().then(() => process.exit(130)));

  if (!options.folder && existsSync(BUILD)) {
    const built = await runFile(
      { path: BUILD, alone: true, needsTemporal: false, minutes: undefined },
      { limitMs: 120_000, env: {}, counts: false },
    );
    if (built.failed > 0) {
      showResult(built);
      console.log('0 passed, 1 failed');
      return 1;
    }
  }

  const results: FileResult[] = [];
  await inParallel(files, options.jobs, async (file) => {
    const result = await runOne(file);
    results.push(result);
    showResult(result);
  });
  await end();
  return showSummary(results) ? 0 : 1;

  async function runOne(file: TestFile): Promise<FileResult> {
    const env: Record<string, string> = {};
    if (file.needsTemporal) {
      temporal ??= startTemporal({ log: console.log });
      try {
        env.TEST_TEMPORAL_ADDRESS = (await temporal).address;
      } catch (error) {
        const output = error instanceof Error ? error.message : String(error);
        return {
          path: file.path,
          passed: 0,
          failed: 1,
          skipped: 0,
          seconds: 0,
          output,
          problem: 'Temporal is missing',
        };
      }
    }
    return runFile(file, { limitMs: file.minutes ? file.minutes * 60_000 : options.limitMs, env });
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      jobs: { type: 'string', default: '2' },
      limit: { type: 'string', default: '120' },
      folder: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'jobs' | 'limit'): number => {
    const value = Number(values[name]);
    if (!(value > 0)) throw new Error(`--${name} needs a number above 0, not "${values[name]}".`);
    return value;
  };
  return {
    texts: positionals,
    only: values.only,
    jobs: number('jobs'),
    limitMs: number('limit') * 1_000,
    folder: values.folder,
    help: values.help,
  };
}
