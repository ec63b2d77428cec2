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

/** Seeds of long runs that once ended violated: by what, and with how many workers. */
const ONCE_VIOLATED: readonly (readonly [seed: number, workers: number, what: string])[] = [
  [6001608, 3, 'a misprint with the ID in a column of staff was taken for an edit'],
  [3000473, 3, 'an older decision over two workbooks was taken once more over a newer one'],
  [20006300, 3, 'a misprint that had lost its dead key was taken for its vanished record'],
  [10004527, 3, 'staff took rows away twice, and the batch was given up'],
  [50013149, 3, 'a column taken away, put in and taken away again, and the batch was given up'],
  [700002420, 2, 'a new row, askew and corrected by staff at once, was given up as a misprint'],
  [
    760037916,
    3,
    'a misprint that had lost its dead key was taken for its vanished record, which had changed since it was printed',
  ],
  [790034893, 3, 'staff typed over what told a misprint without its dead key from its vanished record'],
  [790019514, 2, 'rows were taken away and put back between two looks, twice, and the batch was given up'],
];
for (const [seed, workers, what] of ONCE_VIOLATED)
  s(`seed ${seed} with ${workers} at work: ${what}, once`, async () => {
    const { violations } = await playSeason(seed, { workers, faults: 0.2, crashes: true, staff: true });
    assert.equal(violations, []);
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
