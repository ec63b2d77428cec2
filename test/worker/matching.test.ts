/** Matching runs beside the worker's own thread: same results, and everybody else is served meanwhile. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inventMarket } from '../../bench/matching/market.ts';
import { bothWays } from '../../domain/matching/index.ts';
import { createMatching } from '../../worker/matching.ts';

const s = suite('matching in a thread');
const market = { ...inventMarket(4000, 800), fill: true };
const never = new AbortController().signal;

s('finds what the engine finds, and other work goes on meanwhile', async () => {
  const begun = process.cpuUsage();
  const direct = bothWays(market);
  const alone = cpuSince(begun);
  // Counts processor time of this thread only: what a busy machine does besides is not ours.
  const before = performance.eventLoopUtilization();
  let served = 0;
  const others = setInterval(() => {
    served += 1;
  }, 5);
  const found = await createMatching(never).bothWays(market);
  clearInterval(others);
  const { active, idle } = performance.eventLoopUtilization(before);
  assert.equal(found, direct);
  const busy = active / (active + idle);
  console.log(
    `matching takes ${Math.round(alone)} ms of processor time; through the thread the worker is busy ${Math.round(100 * busy)} % of ${Math.round(active + idle)} ms and serves others ${served} times`,
  );
  assert.ok(busy < 0.5, `the worker was busy ${Math.round(100 * busy)} % of the time`);
  assert.ok(served > 10, `others were served ${served} times`);
});

s('gives up when the worker is asked to go', async () => {
  const stopping = new AbortController();
  const asked = createMatching(stopping.signal).bothWays(market);
  stopping.abort();
  let said = '';
  await asked.catch((error: Error) => {
    said = error.message;
  });
  assert.is(said, 'the matching thread was stopped');
});

s('an error of the engine is an error of the caller', async () => {
  let said = '';
  await createMatching(never)
    .bothWays({ ...market, fixed: [['nobody', 'mentor 1']] })
    .catch((error: Error) => {
      said = error.message;
    });
  assert.match(said, /a mentee is named who is not in the market/);
});

function cpuSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

s.run();
