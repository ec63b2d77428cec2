import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { playSeason } from './simulator/season.ts';
import { type SimTab, WITH_RUN, WITHOUT_RUN } from './simulator/world.ts';

/**
 * Seeded interleavings of staff, several workers and a bad network, compared with a shadow at the end.
 * SEEDS=5000 FROM=1 for more; SEED=42 WORKERS=2 TAB=alumni for one, step by step.
 */
const s = suite('simulated seasons');
const { SEEDS = '100', FROM = '1', SEED, WORKERS = '3', TAB = 'cases' } = process.env;

async function seasons(tab: SimTab, workers: number, count: number): Promise<void> {
  const bad: string[] = [];
  for (let seed = Number(FROM); seed < Number(FROM) + count; seed++) {
    const { violations } = await playSeason(seed, { tab, workers, faults: 0.2, crashes: true, staff: true });
    if (violations.length > 0) bad.push(`seed ${seed}: ${[...new Set(violations)].join('; ')}`);
  }
  assert.equal(bad, []);
}

if (SEED) {
  s('one season, told step by step', async () => {
    const tab = TAB === 'alumni' ? WITHOUT_RUN : WITH_RUN;
    const options = { tab, workers: Number(WORKERS), faults: 0.2, crashes: true, staff: true, trace: true };
    const { trace, violations } = await playSeason(Number(SEED), options);
    console.log(trace.join('\n'));
    assert.equal(violations, []);
  });
} else {
  s('one worker, rows with three names', () => seasons(WITH_RUN, 1, Number(SEEDS)));
  s('three workers, rows with three names', () => seasons(WITH_RUN, 3, Number(SEEDS)));
  s('two workers, rows with two names', () => seasons(WITHOUT_RUN, 2, Number(SEEDS)));
}

s.run();
