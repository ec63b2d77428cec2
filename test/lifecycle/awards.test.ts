/** Awards: counted months, ties in view, chosen by named people, one letter (M30, Q23, P9). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { TABS } from '../../domain/program/index.ts';
import { BOTH, type PairOf, partnerOf, type Someone, type Stand, startPairs } from './pairs.ts';

const s = suite('awards');
let stand: Stand;
let pairs: PairOf[];
const awardOf = async (mentor: Someone) => (await stand.rows('awards')).find((row) => row.mentor === mentor.id);
const letters = async (mentor: Someone) =>
  (await stand.subjects(mentor)).filter((each) => /An award for you/.test(each)).length;

s.before(async () => {
  stand = await startPairs({
    mentors: { 'Aigerim Sadykova': {}, 'Daniyar Omarov': {} },
    mentees: { 'Bolat Akhmet': {}, 'Dana Serik': {}, 'Erlan Tulegen': {} },
  });
  pairs = await stand.active(
    ['Bolat Akhmet', 'Aigerim Sadykova'],
    ['Dana Serik', 'Aigerim Sadykova'],
    ['Erlan Tulegen', 'Daniyar Omarov'],
  );
});
s.after(() => stand.close());

s('each mentor has one row in a season with confirmed months, months per pair, pairs and completed pairs', async () => {
  await stand.to('2026-10-01', '10:01');
  for (const pair of pairs) await stand.answerCheck(pair, 'mentee', 'yes');
  await stand.to('2026-10-12', '17:01');
  for (const pair of pairs) await stand.pressAbout(pair, 'mentee', /end the mentorship/, { how: 'goals' });
  await stand.to('2026-10-13', '10:01');
  for (const pair of pairs) await stand.pressAbout(pair, 'mentor', /^Yes, we have$/);
  await stand.people.settle();
  for (const pair of pairs)
    for (const side of BOTH) {
      const link = await stand.linkAbout(pair[side], partnerOf(pair, side), /^Answer the survey$/);
      await stand.people.answer('evaluation', { works: '5' }, link);
      await stand.pressAbout(pair, side, /^We finish here$/);
    }
  await stand.people.settle();
  const [first, second, third] = pairs as [PairOf, PairOf, PairOf];
  const aigerim = await awardOf(first.mentor);
  assert.equal([aigerim?.months, aigerim?.pairs, aigerim?.completed], ['2', '2', '2']);
  for (const pair of [first, second]) assert.match(aigerim?.perPair ?? '', new RegExp(`${pair.id}: 1`));
  assert.equal([(await awardOf(third.mentor))?.months, (await awardOf(third.mentor))?.pairs], ['1', '1']);
});

s('an award without a name of who decided is asked for it, and sends nothing', async () => {
  const { mentor } = pairs[0] as PairOf;
  const row = await awardOf(mentor);
  await stand.people.edit('awards', row?.id ?? '', { award: 'Most active mentor' });
  await stand.people.settle();
  assert.is((await awardOf(mentor))?.systemNote, 'Fill in who decided (P9); then the award counts.');
  assert.is(await letters(mentor), 0);
});

s('with who decided, the mentor gets one letter, however often the row is edited', async () => {
  const { mentor } = pairs[0] as PairOf;
  const row = await awardOf(mentor);
  for (const decidedBy of ['Saule Nurlanova', 'S. Nurlanova']) {
    await stand.people.edit('awards', row?.id ?? '', { decidedBy });
    await stand.people.settle();
  }
  assert.is(await letters(mentor), 1);
  const letter = await stand.letter(mentor, /An award for you/);
  assert.match(letter.text, /most active mentors of the season 2026-autumn, with 2 confirmed months/);
  assert.match((await awardOf(mentor))?.state ?? '', /Award sent/);
  assert.match((await stand.history(mentor.id)).join('\n'), /Most active mentor by staff: 2026-autumn/);
});

s('"Certificate only" sends no letter of an award', async () => {
  const { mentor } = pairs[2] as PairOf;
  const row = await awardOf(mentor);
  await stand.people.edit('awards', row?.id ?? '', { award: 'Certificate only', decidedBy: 'Saule Nurlanova' });
  await stand.people.settle();
  assert.is((await awardOf(mentor))?.systemNote, 'Taken. No letter of its own goes out.');
  assert.is(await letters(mentor), 0);
});

s('while the tab is gone its mentors go on, and once it is back nobody hears of an award twice', async () => {
  const { mentor } = pairs[0] as PairOf;
  const { dataDir } = stand.programme.stack;
  const ids = JSON.parse(await readFile(join(dataDir, 'google-ids.json'), 'utf8')) as {
    spreadsheets: { programme: string };
  };
  const id = ids.spreadsheets.programme;
  const { tabs } = (await stand.people.json(`/api/sheet/view?id=${id}`)) as {
    tabs: { sheetId: number; title: string }[];
  };
  const tab = tabs.find(({ title }) => title === TABS.awards.title)?.sheetId;
  await stand.people.json('/api/sheet/delete-tab', { id, tab });
  await stand.people.edit('mentors', mentor.id, { decision: 'Pause' });
  await stand.people.settle();
  await stand.people.move({ by: 'PT3M' });
  assert.is((await stand.rowIn('mentors', mentor.id)).stage, 'Paused');
  // The newest act is the decision; the one before it took the tab away.
  for (let i = 0; i < 2; i++) await stand.people.undo('programme');
  await stand.people.edit('mentors', mentor.id, { decision: 'Resume' });
  await stand.people.settle();
  await stand.people.move({ by: 'PT3M' });
  assert.not.match((await stand.rowIn('mentors', mentor.id)).stage ?? '', /Paused/);
  assert.match((await awardOf(mentor))?.state ?? '', /Award sent/);
  assert.is(await letters(mentor), 1);
});

s.run();
