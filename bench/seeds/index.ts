import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearse, SEASON_START } from '../../local/rehearsal/index.ts';
import { startStack } from '../../local/stack.ts';

const SEEDS = 10;

/** Ten seasons with other people each: a nightly proof that what must hold holds whoever behaves how. Fails if one does not. */
export async function run(): Promise<void> {
  let broken = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const began = performance.now();
    const dataDir = await mkdtemp(join(tmpdir(), 'seeds-'));
    const stack = await startStack({
      dataDir,
      port: 0,
      clock: 'frozen',
      now: SEASON_START,
      empty: true,
      temporalInMemory: true,
      ui: false,
    });
    try {
      const report = await rehearse({ stack, mentors: 12, mentees: 20, seed });
      const failed = report.invariants.filter((invariant) => invariant.failed > 0);
      broken += failed.length;
      await stack.stop();
      const whole = ((performance.now() - began) / 1000).toFixed(1);
      const letters = Object.values(report.letters).reduce((a, b) => a + b, 0);
      console.log(
        `seed ${seed}: ${whole} s with start and stop (the season ${report.wallSeconds} s), ${letters} letters, ${failed.length === 0 ? 'all holds' : 'BROKEN'}`,
      );
      for (const { name, details } of failed) console.log(`  ${name}: ${details.join('; ')}`);
    } finally {
      await stack.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  }
  if (broken > 0) process.exitCode = 1;
}
