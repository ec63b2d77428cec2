// runner: alone
// runner: minutes=6
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Report, rehearse, SEASON_START } from '../../local/rehearsal/index.ts';
import { Random } from '../../local/rehearsal/random.ts';
import { type Stack, startStack } from '../../local/stack.ts';

const s = suite('a season in which everything falls');
let dataDir: string;
let stack: Stack;

s.before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kills-'));
  stack = await startStack({ dataDir, port: 0, clock: 'frozen', now: SEASON_START, empty: true, ui: false });
});
s.after(async () => {
  await stack?.stop();
  if (process.env.KEEP_DATA) console.log(`kept ${dataDir}`);
  else await rm(dataDir, { recursive: true, force: true });
});

/** While pairs are made, at work, and close. The first days belong to applications, which nobody sends twice by hand. */
const DAYS = [8, 14, 20, 27, 36, 60, 100, 170, 215];
const PARTS = ['worker', 'server', 'temporal'] as const;

s(
  'nothing is lost and nobody is written to twice, though worker, stand-in and Temporal are killed at random moments',
  async () => {
    const random = new Random(20_260_901);
    const killed: Record<string, number> = {};
    let last = 0;
    let turn = 0;
    /** In the middle of what the day does: the kill comes while the clock moves, people press and staff type. */
    const kill = (part: (typeof PARTS)[number], afterMs: number): void => {
      setTimeout(() => {
        const pid = stack.supervisor.pids()[part];
        if (pid === undefined) return;
        process.kill(pid, 'SIGKILL');
        killed[part] = (killed[part] ?? 0) + 1;
      }, afterMs);
    };
    const report: Report = await rehearse({
      stack,
      mentors: 3,
      mentees: 4,
      seed: 3,
      onDay: (day) => {
        if (!DAYS.includes(day)) return;
        // A part that falls again within seconds counts as broken for the supervisor: each gets the time to come back.
        const wait = Math.max(0, last + 8_000 - Date.now());
        last = Date.now() + wait;
        kill(PARTS[turn++ % PARTS.length] ?? 'worker', wait + random.whole(0, 900));
      },
    });
    for (const part of PARTS) assert.ok((killed[part] ?? 0) > 0, `${part} was never killed: ${JSON.stringify(killed)}`);
    for (const { name, failed, details } of report.invariants) assert.is(failed, 0, `${name}: ${details.join('; ')}`);
    assert.ok(
      report.invariants.every(({ name, checked }) => checked > 0 || name.includes('confirmed month')),
      'every invariant looked at something',
    );
    assert.ok((report.stages.mentorship.Completed ?? 0) + (report.stages.mentorship['Continued informally'] ?? 0) > 0);
  },
);

s.run();
