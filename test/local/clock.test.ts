/** The program clock over runs that a test plays: what it knows after a start, and what it says while one of them does not answer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Clock } from '../../domain/calendar/index.ts';
import type { Settled } from '../../domain/messages.ts';
import { type ClockMode, ProgramClock } from '../../local/clock/index.ts';
import { until } from '../support/until.ts';

const s = suite('program clock');
const dataDir = mkdtempSync(join(tmpdir(), 'clock-'));
s.after(() => rmSync(dataDir, { recursive: true, force: true }));
const START = '2026-09-01T04:00:00Z';

/** Runs by id with what they wait for; `stuck` ones answer nothing. */
class Runs {
  readonly due = new Map<string, string | null>();
  readonly stuck = new Set<string>();
  readonly asked: string[] = [];
  looked = 0;

  readonly client = {
    withDeadline: (_at: number, work: () => Promise<unknown>) => work(),
    workflow: {
      getHandle: (run: string) => ({
        describe: async () => {
          this.looked++;
          if (!this.due.has(run)) throw new WorkflowNotFoundError('not found', run, undefined);
          return { runId: run, status: { name: 'RUNNING' } };
        },
        executeUpdate: async (_: unknown, { args }: { args: [Clock] }): Promise<Settled> => {
          this.asked.push(run);
          if (this.stuck.has(run)) {
            await sleep(5);
            throw new Error('deadline');
          }
          const due = this.due.get(run) ?? null;
          // What was due is done.
          if (due !== null && due <= args[0].at) this.due.set(run, null);
          return { epoch: 1, due: this.due.get(run) ?? null, touched: [], slots: {}, closed: false };
        },
      }),
      list: () => ({
        [Symbol.asyncIterator]: () => this.open(),
      }),
    },
  } as unknown as Client;

  private async *open(): AsyncGenerator<{ workflowId: string }> {
    for (const workflowId of this.due.keys()) yield { workflowId };
  }
}

let folders = 0;
const clockOver = (runs: Runs, mode: ClockMode = 'frozen') =>
  new ProgramClock({
    dataDir: join(dataDir, String(++folders)),
    mode,
    now: START,
    client: () => runs.client,
    dirtyReaders: () => [],
    unshown: () => [],
    standsFor: (run) => `${run} and its next step`,
    nameOf: (run) => `the run ${run}`,
    pageOf: (run) => `http://runs/${run}`,
    patienceMs: 40,
    log: () => undefined,
  });

s('learns by itself after a start what is planned, once the worker has started its runs', async () => {
  const runs = new Runs();
  runs.due.set('cohort/SN-1', '2026-09-08T04:00:00Z');
  const clock = clockOver(runs);
  clock.learn(['desk']);
  assert.equal([clock.get().learning, clock.get().next, clock.get().moving], [true, null, false]);
  await until(() => runs.looked > 1);
  assert.equal(runs.asked, [], 'nobody is asked before the worker is there');
  const moved = clock.move({ next: true });
  assert.is(clock.get().moving, true);
  runs.due.set('desk', '2026-09-02T04:00:00Z');
  // A move that was asked for meanwhile knows where to.
  assert.is((await moved).at, '2026-09-02T04:00:00Z');
  const { learning, next, moving, progress } = clock.get();
  assert.equal([learning, moving, progress], [undefined, false, undefined]);
  assert.equal(next, { at: '2026-09-08T04:00:00Z', what: 'cohort/SN-1 and its next step' });
});

s('names what it waits for, and what to do, until that is done', async () => {
  const runs = new Runs();
  const all = ['mentorship/MA-1', ...[1, 2, 3, 4, 5, 6].map((n) => `participant/ME-${n}`)];
  for (const run of all) {
    runs.due.set(run, null);
    runs.stuck.add(run);
  }
  runs.due.set('desk', '2026-09-09T04:00:00Z');
  const clock = clockOver(runs);
  for (const run of [...all, 'desk']) clock.touch(run);
  const moved = clock.move({ by: 'P1D' });
  await until(() => runs.asked.includes('desk'));
  assert.is(clock.get().waitsFor, undefined, 'not at once');
  const waits = await until(() => clock.get().waitsFor);
  assert.equal(waits.runs[0], {
    run: 'mentorship/MA-1',
    what: 'the run mentorship/MA-1',
    url: 'http://runs/mentorship/MA-1',
  });
  assert.equal([waits.runs.length, waits.more], [5, 2]);
  assert.match(waits.advice, /Needs you/);
  const { moving, progress, at } = clock.get();
  assert.equal([moving, progress?.target, at], [true, '2026-09-02T04:00:00Z', START], 'it says where it is to go');
  runs.stuck.clear();
  assert.is((await moved).at, '2026-09-02T04:00:00Z');
  assert.equal([clock.get().waitsFor, clock.get().moving], [undefined, false]);
});

s('a wish that cannot be granted leaves the clock free', async () => {
  const clock = clockOver(new Runs());
  for (const [wish, words] of [
    [{ next: true }, /Nothing is due/],
    [{ to: '2020-01-01T00:00:00Z' }, /never goes back/],
    [{ by: 'P9999D' }, /five years/],
  ] as const) {
    const error = await clock.move(wish).catch((each: unknown) => each);
    assert.instance(error, Error);
    assert.match((error as Error).message, words);
    assert.equal([clock.get().moving, clock.get().progress, clock.now()], [false, undefined, START]);
  }
});

s('a real clock asks nobody', async () => {
  const runs = new Runs();
  runs.due.set('desk', START);
  const clock = clockOver(runs, 'real');
  clock.learn(['desk']);
  clock.touch('desk');
  await clock.settleNow();
  assert.equal([runs.looked, runs.asked, clock.get().learning, clock.get().next], [0, [], undefined, null]);
});

s.run();
