/** The journal of copies: a claim holds once, across a process that ends, and only staff open one in doubt again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openBulkJournal } from '../../mail/index.ts';
import { Rate } from '../../mail/rate.ts';

const s = suite<{ folder: string }>('journal of copies');
const RUN = { mailing: 'ML-7KQ2-M9FX', freeze: 'ABCDEFGH12' };
s.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'journal-'));
});
s.after.each(({ folder }) => rm(folder, { recursive: true }));

const refused = (work: Promise<void>) =>
  work.then(
    () => false,
    () => true,
  );

s('a recipient is claimed once; a block that holds one claimed before claims nobody', async ({ folder }) => {
  const journal = openBulkJournal(folder, 'a');
  await journal.claim(RUN, [0, 1], false);
  assert.ok(await refused(journal.claim(RUN, [2, 1], false)));
  assert.equal([...journal.entries(RUN, 0, 9).keys()], [0, 1]);
  journal.mark(RUN, [{ ordinal: 0, status: 'sent', reply: '250 ok', at: 'now' }]);
  journal.close();
  const later = openBulkJournal(folder, 'a');
  assert.is(later.entries(RUN, 0, 9).get(0)?.status, 'sent');
  assert.is(later.entries(RUN, 0, 9).get(1)?.status, 'sending', 'in doubt after the end');
  assert.ok(await refused(later.claim(RUN, [0], true)), 'what was sent is never claimed again');
  assert.ok(await refused(later.claim(RUN, [1], true)), 'nor what may be under way');
  await later.claim({ ...RUN, freeze: 'OTHER' }, [0], false);
  later.close();
});

s(
  'who is to come again may be claimed, who is in doubt only when staff say so, who was released anew',
  async ({ folder }) => {
    const journal = openBulkJournal(folder, 'a');
    await journal.claim(RUN, [0, 1, 2], false);
    journal.mark(RUN, [
      { ordinal: 0, status: 'deferred', reply: '451', at: '' },
      { ordinal: 1, status: 'unknown', reply: '', at: '' },
    ]);
    journal.release(RUN, [2], undefined);
    assert.ok(await refused(journal.claim(RUN, [1], false)));
    await journal.claim(RUN, [0, 2], false);
    await journal.claim(RUN, [1], true);
    journal.release(RUN, [1], 'unknown');
    assert.is(journal.entries(RUN, 1, 2).get(1)?.status, 'unknown');
    journal.close();
  },
);

s('the rate lets through what it says, with a second of burst', () => {
  let now = 0;
  const rate = new Rate(() => now);
  let passed = 0;
  for (; now < 60_000; now += 20) passed += rate.take(600, 4);
  assert.ok(passed >= 590 && passed <= 601, `${passed} in a minute`);
  now += 3_600_000;
  let burst = 0;
  for (let i = 0; i < 100; i++) burst += rate.take(600, 4);
  assert.is(burst, 10, 'an hour of silence saves up one second');
  assert.is(rate.take(0, 4), 4, 'no limit');
});

s.run();
