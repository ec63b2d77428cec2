import { type RaceOptions, race } from '../../test/sheets/races/race.ts';

const BIG: RaceOptions = { rows: 2000, steps: 5, workers: 3, actEvery: 50, atOnce: 400, faults: 0, seed: 1 };

/** 10,000 writes to 2,000 rows on three workers while staff work in the same tab: plain, with faults, with kills. */
export async function run(): Promise<void> {
  let bad = 0;
  for (const [name, options] of [
    ['plain', BIG],
    ['20 % of calls fail, half of them after they were carried out', { ...BIG, faults: 0.2, seed: 2 }],
    ['a worker is killed every 4 s', { ...BIG, killEvery: 4000, seed: 3 }],
    ['both', { ...BIG, faults: 0.2, killEvery: 4000, seed: 4 }],
  ] as const) {
    const result = await race(options);
    bad += result.violations.length;
    console.log(
      `${name}: ${result.writes} writes to ${options.rows} rows by ${options.workers} workers, ${result.acts} acts of staff ` +
        `(one in ${((1000 * result.seconds) / result.acts).toFixed(0)} ms), ` +
        `${result.kills} kills, ${result.seconds.toFixed(0)} s, ${result.calls} calls; ` +
        `${result.misplaced} cells stood wrong for a moment, ${result.violations.length} things are wrong at the end`,
    );
    for (const violation of result.violations.slice(0, 10)) console.log(`  ${violation}`);
  }
  if (bad > 0) process.exitCode = 1;
}
