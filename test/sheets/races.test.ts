// runner: minutes=4
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type RaceOptions, race } from './races/race.ts';

/** Small races over the wire; `npm run bench -- races` runs 10,000 writes to 2,000 rows. */
const s = suite('races');

const SMALL: RaceOptions = { rows: 80, steps: 5, workers: 3, actEvery: 20, atOnce: 40, faults: 0, seed: 1 };

for (const [name, options] of [
  ['staff sort, insert, delete, cut and paste', SMALL],
  ['a fifth of all calls fails, and workers are killed', { ...SMALL, faults: 0.2, killEvery: 2500, seed: 2 }],
] as const)
  s(`${name}: nothing is lost, nothing stands in a wrong row`, async () => {
    const { violations, writes, acts, kills } = await race(options);
    assert.equal(violations, []);
    assert.is(writes, options.rows * options.steps);
    assert.ok(acts > 10, `only ${acts} acts of staff`);
    if (options.killEvery) assert.ok(kills > 0, 'no worker was killed');
  });

s.run();
