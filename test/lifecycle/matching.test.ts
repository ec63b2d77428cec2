// runner: minutes=5
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Cells } from '../../local/client/index.ts';
import { type Stand, startPairs } from './pairs.ts';
import { lastLetter, set } from './people.ts';

/** How staff read, compare, change and approve what matching proposes. */
const s = suite('matching in the sheet');
let stand: Stand;
const season = async (): Promise<Cells> => (await stand.rows('seasons'))[0] ?? {};
const proposals = async (): Promise<string[]> =>
  (await stand.rows('matches'))
    .filter(({ stage }) => stage === 'Proposed')
    .map(({ menteeName, mentorName }) => `${menteeName} - ${mentorName}`)
    .sort();
const rowOf = async (mentee: string, stage: string): Promise<Cells> => {
  const rows = (await stand.rows('matches')).filter((row) => row.menteeName === mentee && row.stage === stage);
  assert.is(rows.length, 1, `${rows.length} rows of ${mentee} at ${stage}`);
  return rows[0] ?? {};
};
const menteeRow = (name: string): Promise<Cells> => stand.rowIn('mentees', stand.who(name).id);
const decide = async (decision: string): Promise<Cells> => {
  await stand.people.edit('seasons', (await season()).id ?? '', { decision });
  await stand.people.settle();
  return season();
};

s.before(async () => {
  stand = await startPairs({
    mentors: {
      Aida: { field: 'Law', capacity: '1' },
      Bolat: { capacity: '1' },
      Chris: { capacity: '1', field: 'Physics', wishes: 'Somebody who likes mountains' },
    },
    mentees: { Dana: { field: 'Law' }, Erlan: {}, Farida: { field: 'Physics' } },
  });
});
s.after(() => stand.close());

s('proposes with choice, score and reasons, and tells staff why somebody has none and what would help', async () => {
  const before = await lastLetter(stand.people);
  await stand.rank({ Dana: ['Aida', 'Bolat'], Erlan: ['Aida'], Farida: ['Chris'] });
  assert.equal(await proposals(), ['Dana - Aida', 'Farida - Chris']);
  const dana = await rowOf('Dana', 'Proposed');
  assert.equal([dana.choice, dana.score, dana.against], ['1 of 2', '60', '']);
  assert.match(dana.why ?? '', /Both want to talk about job search\nBoth come from the same field: Law/);
  assert.is((await rowOf('Farida', 'Proposed')).against, "The mentor's wishes: Somebody who likes mountains");
  assert.is(
    (await menteeRow('Erlan')).unmatched,
    'All mentors ranked are full with mentees who come first there\nOne more place at Aida would help\nBolat has room and could be chosen',
  );
  // Staff may still choose the other way, so nobody hears yet that there was no match.
  assert.is((await menteeRow('Erlan')).stage, 'Choosing');
  assert.equal(
    (await stand.people.letters('', before)).filter(({ subject }) => /no match/i.test(subject)),
    [],
  );
});

s('shows both ways side by side', async () => {
  assert.is(
    (await season()).ways,
    'Stable: 2 of 3 matched, 2 first choices, mean choice 1.00, 0 would rather swap (this way)\n' +
      'Most people: 3 of 3 matched, 2 first choices, mean choice 1.33, 1 would rather swap',
  );
  const compared = await decide('Compare both ways');
  assert.match(compared.systemNote ?? '', /^Compared: see "Both ways"/);
  assert.equal(await proposals(), ['Dana - Aida', 'Farida - Chris']);
});

s('draws the round the other way when staff say so, and nobody is written to', async () => {
  const before = await lastLetter(stand.people);
  const { systemNote } = await decide('Match again: most people');
  assert.is(systemNote, 'Matched again, most people: 2 new proposals, 1 taken back, 1 kept. Nobody was written to.');
  assert.equal(await proposals(), ['Dana - Bolat', 'Erlan - Aida', 'Farida - Chris']);
  assert.is((await menteeRow('Erlan')).unmatched, '');
  const dana = await rowOf('Dana', 'Proposed');
  assert.is(dana.choice, '2 of 2');
  assert.match(dana.against ?? '', /^Would rather have Aida, who would agree; but then fewer people would be matched/);
  assert.match((await rowOf('Dana', 'Rejected')).systemNote ?? '', /Nobody had heard of it/);
  assert.equal(await stand.people.letters('', before), []);
});

s('shows at once what a change does to the others', async () => {
  const { id = '' } = await rowOf('Dana', 'Proposed');
  await stand.people.edit('matches', id, { mentor: stand.who('Chris').id });
  await stand.people.settle();
  const changed = await stand.rowIn('matches', id);
  assert.is(changed.stage, 'Proposed');
  assert.equal([changed.mentorName, changed.choice, changed.score, changed.against], ['Chris', '', '', '']);
  assert.is(
    changed.effect,
    'As things stand, Chris has no free place for this pair.\n' +
      'Farida: no mentor (All mentors ranked are full with mentees who come first there)\n' +
      'To have the others drawn like this, choose "Match again" in Seasons.',
  );
});

s('draws the others around the change, and leaves it alone', async () => {
  const { systemNote } = await decide('Match again: stable');
  assert.is(systemNote, 'Matched again, stable: 0 new proposals, 1 taken back, 1 kept. Nobody was written to.');
  assert.equal(await proposals(), ['Dana - Chris', 'Erlan - Aida']);
  assert.match((await menteeRow('Farida')).unmatched ?? '', /Bolat has room and could be chosen$/);
});

s('approves all at once; then whoever has none hears it, with a suggestion', async () => {
  await decide('Approve all proposals');
  await stand.people.move({ by: 'PT3M' });
  // Dana did not rank Chris, so she is asked first.
  assert.is((await rowOf('Dana', 'Asking mentee')).mentorName, 'Chris');
  assert.is((await rowOf('Erlan', 'Asking mentor')).mentorName, 'Aida');
  const farida = stand.who('Farida');
  assert.is((await menteeRow('Farida')).stage, 'Waiting');
  await stand.people.move({ by: 'P4D' });
  const letter = (await stand.people.letters(farida.email)).find(({ subject }) => /no match this time/i.test(subject));
  assert.match(letter?.text ?? '', /Bolat: Both want to talk about job search/);
});

s('a rolling round leaves pairs alone that are confirmed or being asked', async () => {
  const others = async () =>
    (await stand.rows('matches'))
      .filter(({ menteeName }) => menteeName !== 'Farida')
      .map(({ id, menteeName, mentorName }) => [id, menteeName, mentorName].join());
  const before = await others();
  await stand.rank({ Farida: ['Bolat', 'Aida'] });
  assert.equal(await proposals(), ['Farida - Bolat']);
  assert.equal(await others(), before);
});

s('weights that do not add up to 100 are said so, and do not count', async () => {
  const note = async (key: string) => (await stand.rows('settings')).find((row) => row.key === key)?.systemNote ?? '';
  await set(stand.people, 'weightTopics', '25');
  assert.match(await note('weightTopics'), /^Taken, but the weights now add up to 95\. Until they make 100/);
  await set(stand.people, 'weightCity', '10');
  assert.is(await note('weightCity'), 'Taken. It counts from now on.');
  await set(stand.people, 'matchingWay', 'fairest');
  assert.match(await note('matchingWay'), /"fairest" is none of stable, most people\. The default holds\./);
});

s.run();
