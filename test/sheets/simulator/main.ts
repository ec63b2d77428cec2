/** `npm run simulate`: the row protocol under seeded interleavings of staff, crashing workers and a bad network. */
import { parseArgs } from 'node:util';
import { playSeason, type SeasonOptions } from './season.ts';

const HELP = `npm run simulate -- [--runs N] [--workers LIST] [--from SEED] [--faults SHARE] [--no-crashes] [--no-staff] [--no-baton]
npm run simulate -- --seed SEED --workers N

Plays the record against staff who sort, insert, delete, cut, copy, paste and undo while several workers write, crash and lose
answers, and compares every end with what people wrote and what callers were told. Prints violations by kind, each with a seed.
  --runs N          interleavings for each number of workers (1000; the long run is 200000)
  --workers LIST    numbers of workers, such as 1,2,3 (1,2,3)
  --from SEED       first seed (1)
  --faults SHARE    share of calls that are refused, lost, late, or whose answer is lost (0.2)
  --no-crashes      workers stay alive
  --no-staff        nobody edits
  --no-baton        batches on an old baton are carried out, too: to see that this is noticed
  --seed SEED       one interleaving, told step by step`;

/** How often a long run says how far it is, in milliseconds. */
const SAY_EVERY = 30_000;

class UsageError extends Error {}

interface Asked {
  readonly help: boolean;
  readonly runs: number;
  readonly from: number;
  readonly seed: number | undefined;
  readonly workers: readonly number[];
  readonly how: Omit<SeasonOptions, 'workers'>;
}

function readArguments(args: string[]): Asked {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '1000' },
      workers: { type: 'string', default: '1,2,3' },
      from: { type: 'string', default: '1' },
      faults: { type: 'string', default: '0.2' },
      seed: { type: 'string' },
      'no-crashes': { type: 'boolean', default: false },
      'no-staff': { type: 'boolean', default: false },
      'no-baton': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const whole = (name: string, text: string, least: number, most: number): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new UsageError(`--${name} needs a whole number from ${least} to ${most}, not "${text}".`);
    return number;
  };
  const faults = Number(values.faults);
  if (!(faults >= 0 && faults <= 0.9))
    throw new UsageError(`--faults needs a share from 0 to 0.9, not "${values.faults}".`);
  return {
    help: values.help,
    runs: whole('runs', values.runs, 1, 10_000_000),
    from: whole('from', values.from, 0, 2 ** 31),
    seed: values.seed === undefined ? undefined : whole('seed', values.seed, 0, 2 ** 31),
    workers: values.workers.split(',').map((text) => whole('workers', text.trim(), 1, 9)),
    how: { faults, crashes: !values['no-crashes'], staff: !values['no-staff'], noBaton: values['no-baton'] },
  };
}

const kindOf = (violation: string): string =>
  violation.replaceAll(/[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'ID').replaceAll(/#?\d+/g, 'N');

/** Plays `runs` interleavings; gives the number that were violated. */
async function play({ runs, from, how }: Asked, workers: number): Promise<number> {
  const kinds = new Map<string, { count: number; readonly seed: number; readonly example: string }>();
  const sum = { acts: 0, crashes: 0, excused: 0, resolved: 0, broughtBack: 0 };
  const began = performance.now();
  let said = began;
  let bad = 0;
  for (let seed = from; seed < from + runs; seed++) {
    const season = await playSeason(seed, { ...how, workers });
    if (season.violations.length > 0) bad++;
    for (const kind of new Set(season.violations.map(kindOf))) {
      const known = kinds.get(kind);
      if (known) known.count++;
      else {
        const example = season.violations.find((v) => kindOf(v) === kind) ?? '';
        kinds.set(kind, { count: 1, seed, example });
        // A long run may be stopped before its end: what it found must not be lost.
        console.log(`  --seed ${seed} --workers ${workers}: ${example}`);
      }
    }
    for (const key of ['acts', 'crashes', 'excused', 'resolved', 'broughtBack'] as const) sum[key] += season[key];
    if (performance.now() - said < SAY_EVERY) continue;
    said = performance.now();
    console.log(`  ${seed - from + 1} of ${runs}, ${bad} violated, ${Math.round((said - began) / 1000)} s`);
  }
  console.log(
    `${workers} ${workers === 1 ? 'worker' : 'workers'}: ${runs} interleavings from seed ${from}, ${bad} violated; ` +
      `${sum.acts} acts of staff, ${sum.crashes} crashes, ${sum.broughtBack} rows brought back, ` +
      `${sum.resolved} lines that staff were asked to delete, ` +
      `${sum.excused} records whose names staff destroyed; ${Math.round((performance.now() - began) / 1000)} s`,
  );
  for (const [kind, { count, seed, example }] of [...kinds].sort(([, a], [, b]) => b.count - a.count))
    console.log(`  ${count} × ${kind}: --seed ${seed} --workers ${workers}: ${example}`);
  return bad;
}

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (asked.help) return console.log(HELP);
  if (asked.seed !== undefined) {
    const [workers = 1] = asked.workers;
    const { trace, violations } = await playSeason(asked.seed, { ...asked.how, workers, trace: true });
    for (const line of trace) console.log(line);
    console.log(violations.length === 0 ? 'no violation' : violations.join('\n'));
    process.exitCode = violations.length > 0 ? 1 : 0;
    return;
  }
  // Plans say by errors what is still to be read; a long run shows none of their stacks.
  Error.stackTraceLimit = 0;
  let bad = 0;
  for (const workers of asked.workers) bad += await play(asked, workers);
  process.exitCode = bad > 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError) && !String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS'))
    throw error;
  console.error(`${(error as Error).message.split('. To specify')[0]}\nSee npm run simulate -- --help`);
  process.exitCode = 2;
}
