/** Places at a mentor: one authority, so that none is given twice (M18, lifecycle section 4). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Stand, startPairs } from './pairs.ts';

const s = suite('places');
let stand: Stand;
const CROWD = Array.from(
  { length: 30 },
  (_, i) => `Student ${String.fromCodePoint(65 + (i % 26))}${i < 26 ? 'a' : 'b'}`,
);

s.before(async () => {
  stand = await startPairs({
    mentors: { 'Madina Zhunusova': { capacity: '3' } },
    mentees: Object.fromEntries(CROWD.map((name) => [name, {}])),
  });
});
s.after(() => stand.close());

s('thirty approvals at once for three places make exactly three pairs, and say why to the others', async () => {
  const pairs = await stand.propose(...CROWD.map((name): [string, string] => [name, 'Madina Zhunusova']));
  await stand.decide('Approve', ...pairs);
  const rows = await stand.rows('matches');
  assert.is(rows.filter((row) => row.stage === 'Asking mentee').length, 3);
  const refused = rows.filter((row) => row.stage === 'Proposed');
  assert.is(refused.length, 27);
  const needs = (await stand.rows('needs')).filter((need) => need.what === 'No free place for a proposed pair');
  for (const row of refused) {
    assert.is(row.systemNote, 'Not approved: the mentor has no free place. Choose another mentor or reject.');
    const own = needs.filter((need) => need.about === row.id);
    assert.equal([own.length, own[0]?.state, own[0]?.suggested], [1, 'Open', 'Approve, Reject']);
  }
  assert.is((await stand.rowIn('mentors', stand.who('Madina Zhunusova').id)).places, '3 of 3');
  const asked = (await stand.people.letters()).filter((letter) => /would this mentor suit you/.test(letter.subject));
  assert.is(asked.length, 3);
  const free = (await stand.rows('mentees')).filter((row) => row.stage === 'Matched');
  assert.is(free.length, 3, 'the other mentees keep their place');
});

s('a place that is given back goes to the next one, and a lowered number ends nothing and gives none', async () => {
  const asked = (await stand.rows('matches'))
    .filter((row) => row.stage === 'Asking mentee')
    .map((row) => stand.pairOf(row));
  const waiting = (await stand.rows('matches'))
    .filter((row) => row.stage === 'Proposed')
    .map((row) => stand.pairOf(row));
  const [first, second, third] = asked;
  const [next, last] = waiting;
  assert.ok(first && second && third && next && last);
  await stand.press(first.mentee, /would this mentor suit you/, /^No/);
  await stand.people.settle();
  assert.is(await stand.stage(first), 'Declined');
  const need = await stand.need(next.id, /No free place/);
  await stand.choose(need, 'Approve');
  assert.is(await stand.stage(next), 'Asking mentee');
  const madina = stand.who('Madina Zhunusova').id;
  assert.is((await stand.rowIn('mentors', madina)).places, '3 of 3');
  await stand.people.edit('mentors', madina, { capacity: '1' });
  await stand.people.settle();
  assert.is((await stand.rowIn('mentors', madina)).places, '3 of 1');
  assert.is(await stand.stage(second), 'Asking mentee');
  await stand.press(third.mentee, /would this mentor suit you/, /^No/);
  await stand.people.settle();
  const refused = await stand.choose(await stand.need(last.id, /No free place/), 'Approve');
  assert.is(refused.systemNote, 'Approve: There is no free place.');
  assert.is(refused.state, 'Open');
  assert.is(await stand.stage(last), 'Proposed');
});

s.run();
