// runner: alone
// runner: minutes=3
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LocalClient } from '../../local/client/index.ts';
import { type StackOptions, startStack } from '../../local/stack.ts';
import { until } from '../support/until.ts';

const s = suite('a lost Temporal database is rebuilt from the sheet');
let dataDir: string;
s.before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lost-'));
});
s.after(() => rm(dataDir, { recursive: true, force: true }));

s('runs start again from their rows, and nobody gets a letter twice', async () => {
  const options: StackOptions = { dataDir, port: 0, clock: 'frozen', now: '2026-09-01T04:00:00Z', ui: false };
  const first = await startStack(options);
  const people = new LocalClient(first.url, 30_000);
  try {
    await people.answer('mentee', {
      name: 'Bolat Ospan',
      email: 'bolat@nu.edu.kz',
      topics: 'Networking',
      languages: 'English',
      consentProfile: 'Yes',
      consentContact: 'Yes',
      consentStorage: 'Yes',
    });
    await people.settle();
    await people.move({ to: '2026-09-01T09:00:00Z' });
    assert.is((await people.rows('mentees'))[0]?.stage, 'Training');
  } finally {
    await first.stop();
  }
  const before = 2;
  for (const file of await readdir(dataDir)) if (file.startsWith('temporal.')) await rm(join(dataDir, file));

  const second = await startStack(options);
  try {
    assert.is((await people.letters('bolat@nu.edu.kz')).length, before, 'receipt and invitation');
    const [session] = await people.rows('training');
    assert.ok(session?.id);
    await people.settle();
    const invitation = (await people.letters('bolat@nu.edu.kz')).find((letter) => /training/i.test(letter.subject));
    const book = invitation?.links.find(({ label }) => /book/i.test(label))?.href ?? '';
    const page = await until(async () => {
      const answer = await people.press(book);
      return answer.status === 200 && answer;
    });
    assert.match(page.words, /booked/);
    await people.settle();
    const letters = await people.letters('bolat@nu.edu.kz');
    assert.is(letters.filter((letter) => /application/i.test(letter.subject)).length, 1);
    assert.is(letters.filter((letter) => /booked/i.test(letter.subject)).length, 1);
    assert.is((await people.rows('seasons'))[0]?.stage, 'Applications');
  } finally {
    await second.stop();
  }
});

s.run();
