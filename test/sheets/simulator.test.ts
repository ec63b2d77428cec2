import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { playSeason } from './simulator/season.ts';

/**
 * Seeded interleavings of staff, workers that crash and a bad network, compared with a shadow at the end.
 * `npm run simulate` plays more of them, or one step by step.
 */
const s = suite('simulated seasons');
const SEEDS = 50;

for (const workers of [1, 2, 3])
  s(`${workers} at work`, async () => {
    const bad: string[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { violations } = await playSeason(seed, { workers, faults: 0.2, crashes: true, staff: true });
      if (violations.length > 0) bad.push(`seed ${seed}: ${[...new Set(violations)].join('; ')}`);
    }
    assert.equal(bad, []);
  });

s.run();
