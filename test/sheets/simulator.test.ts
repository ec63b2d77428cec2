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

s('without the baton the comparison finds lost writes', async () => {
  const found: string[] = [];
  for (let seed = 1; seed <= 12; seed++) {
    const options = { workers: 3, faults: 0.2, crashes: true, staff: true, noBaton: true };
    found.push(...(await playSeason(seed, options)).violations);
  }
  assert.ok(
    found.some((violation) => /: the book has "/.test(violation)),
    found.join('\n'),
  );
});

s.run();
