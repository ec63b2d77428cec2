/** The figures workbook: counted each working day and when the season moves on; nobody can be told apart in it. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { HIDDEN } from '../../domain/figures/index.ts';
import type { Cells } from '../../local/client/index.ts';
import { type Stand, startPairs } from './pairs.ts';

const s = suite('dashboard');
let stand: Stand;
const MENTEES = ['Bolat Akhmet', 'Dana Serik', 'Erlan Tulegen', 'Gulnar Isa', 'Kamila Nurtas', 'Olzhas Bek'];

s.before(async () => {
  stand = await startPairs({
    mentors: { 'Aigerim Sadykova': { capacity: '5' } },
    mentees: Object.fromEntries(MENTEES.map((name) => [name, {}])),
  });
});
s.after(() => stand.close());

const figure = async (measure: string): Promise<Cells | undefined> =>
  (await stand.rows('dashboard')).find((row) => row.measure === measure);
const value = async (measure: string): Promise<string | undefined> => (await figure(measure))?.value;

s('the season that has just opened stands on it, in the order of its sections', async () => {
  const rows = await stand.rows('dashboard');
  assert.equal([rows[0]?.measure, rows[0]?.value, rows[0]?.season], ['Stage', 'Applications', '2026-autumn']);
  const sections = rows.map((row) => row.section);
  assert.equal(
    [...new Set(sections)],
    [
      'Season',
      'People',
      'Training',
      'Matching',
      'Mentor load',
      'Pairs',
      'Monthly checks',
      'Surveys',
      'Cases',
      'Letters',
    ],
  );
  assert.equal(
    sections,
    [...sections].sort((a, b) => sections.indexOf(a) - sections.indexOf(b)),
  );
});

s('in the morning of the next working day it counts who is where, as of then', async () => {
  await stand.active(['Bolat Akhmet', 'Aigerim Sadykova']);
  await stand.to('2026-09-02', '09:01');
  assert.equal(
    [await value('Mentees'), await value('Mentees: Eligible'), await value('Mentees: Matched')],
    ['6', HIDDEN, HIDDEN],
    'one matched of six shows neither the one nor the five',
  );
  assert.equal([await value('Mentors'), await value('Pairs'), await value('Pairs: Rejected')], [HIDDEN, HIDDEN, '0']);
  assert.is(await value('Mentees trained'), '6');
  assert.is((await figure('Stage'))?.at, '2026-09-02T04:00:00Z');
  assert.ok(Number(await value('Letters sent')) >= 9, 'letters count nobody');
});

s('nothing on it names anybody', async () => {
  const text = JSON.stringify(await stand.rows('dashboard'));
  for (const name of [...MENTEES, 'Aigerim', 'Sadykova', '@'])
    assert.not.ok(text.includes(name), `the dashboard names ${name}`);
  assert.not.match(text, /(?:MR|ME|PA)-[0-9A-Z]{4}-[0-9A-Z]{4}/);
});

s('it is counted as a whole each working day, and only what changed is written', async () => {
  const rows = (await stand.rows('dashboard')).length;
  assert.ok(rows > 50);
  const before = await writes();
  await stand.to('2026-09-05', '09:01');
  const after = await writes();
  assert.is((await figure('Stage'))?.at, '2026-09-04T04:00:00Z', 'counted on Friday, not on Saturday');
  assert.is((await figure('Mentees'))?.at, '2026-09-01T04:00:00Z', 'six since the first day');
  assert.ok(after - before < rows, `${after - before} writing calls in three days`);
});

s('more pairs, more numbers; the next stage of the season is counted at once', async () => {
  await stand.active(['Dana Serik', 'Aigerim Sadykova'], ['Erlan Tulegen', 'Aigerim Sadykova']);
  await stand.active(['Gulnar Isa', 'Aigerim Sadykova'], ['Kamila Nurtas', 'Aigerim Sadykova']);
  await stand.to('2026-09-16', '09:01');
  assert.equal([await value('Stage'), await value('Pairs that began')], ['Choice round', '5']);
  assert.is((await figure('Stage'))?.at, '2026-09-16T04:00:00Z');
});

s('a smaller setting shows smaller groups', async () => {
  const setting = (await stand.rows('settings')).find((row) => row.key === 'groupSmallest');
  await stand.people.edit('settings', setting?.id ?? '', { value: '1' });
  await stand.people.settle();
  await stand.to('2026-09-17', '09:01');
  assert.equal([await value('Mentors'), await value('Mentors: Matched')], ['1', '1']);
});

s.run();

async function writes(): Promise<number> {
  const calls = (await stand.people.json('/api/sheet-calls')) as { writes?: number };
  assert.type(calls.writes, 'number', JSON.stringify(calls));
  return calls.writes ?? 0;
}
