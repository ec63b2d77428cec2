/** The ways out of a pair at work: either side, staff, a safety case, a person who leaves, another mentor (M25, Q21). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { linkIn } from '../support/programme.ts';
import { BOTH, type PairOf, partnerOf, type Side, type Stand, startPairs } from './pairs.ts';

const s = suite('ending');
let stand: Stand;
let pressed: PairOf;
let formed: PairOf;
let staffed: PairOf;
let safe: PairOf;
let left: PairOf;

s.before(async () => {
  stand = await startPairs({
    mentors: { 'Aigerim Sadykova': { capacity: '5' }, 'Daniyar Omarov': {}, 'Timur Akhmetov': {} },
    mentees: {
      'Bolat Akhmet': {},
      'Dana Serik': {},
      'Erlan Tulegen': {},
      'Gulnar Aman': {},
      'Hadisha Nur': {},
      'Ilyas Bek': {},
    },
  });
  const pairs = await stand.active(
    ['Bolat Akhmet', 'Aigerim Sadykova'],
    ['Dana Serik', 'Aigerim Sadykova'],
    ['Erlan Tulegen', 'Aigerim Sadykova'],
    ['Gulnar Aman', 'Aigerim Sadykova'],
    ['Hadisha Nur', 'Daniyar Omarov'],
  );
  // Past the first slot, in which everybody hears that they are ready.
  await stand.to('2026-09-01', '10:01');
  [pressed, formed, staffed, safe, left] = pairs as [PairOf, PairOf, PairOf, PairOf, PairOf];
});
s.after(() => stand.close());

const news = async (pair: PairOf, side: Side, from: number) => (await stand.subjects(pair[side])).slice(from);

s('one press of the mentee ends it: the mentor is told in neutral words, both get one optional question', async () => {
  const page = await stand.pressAbout(pressed, 'mentee', /end the mentorship/, { how: 'end' });
  assert.match(page.words, /has ended/);
  await stand.people.settle();
  assert.is(await stand.stage(pressed), 'Ended early');
  const told = await stand.letter(pressed.mentor, /Your mentorship with Bolat Akhmet has ended/);
  assert.match(told.text, /nobody has to give a reason/);
  assert.not.match(told.text, /Bolat Akhmet (ended|stopped|left)/);
  const own = await stand.letter(pressed.mentee, /You have ended the mentorship/);
  assert.match(own.text, /You can be matched again/);
  const answer = await stand.people.answer('evaluation', { works: '2', improve: 'Time' }, linkIn(own, /One question/));
  assert.is(answer.status, 200, answer.words);
  await stand.people.settle();
  const [row] = await stand.rows('evaluations');
  assert.equal([row?.kind, row?.improve], ['Leaving', 'Time']);
  assert.is((await stand.rowIn('mentors', pressed.mentor.id)).places, '3 of 5');
  assert.is((await stand.rowIn('mentees', pressed.mentee.id)).stage, 'Waiting');
});

s('after the end nothing is asked any more, and old buttons say that it is over', async () => {
  const page = await stand.pressAbout(pressed, 'mentor', /^We have a plan$/, {
    contact: 'Email',
    rhythm: 'Every week',
  });
  assert.is(page.status, 409);
  assert.match(page.words, /This mentorship is over/);
  assert.equal((await stand.row(pressed)).nextStep, '');
});

s('the mentor may end it by form and say why; only the Center reads it', async () => {
  const page = await stand.people.open(await stand.linkAbout(formed.mentor, formed.mentee, /end the mentorship/));
  const href = /href="([^"]+)">end it by form/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const answer = await stand.people.answer('ending', { improve: 'We did not fit' }, href);
  assert.is(answer.status, 200, answer.words);
  await stand.people.settle();
  assert.is(await stand.stage(formed), 'Ended early');
  assert.match((await stand.history(formed.id)).at(-1) ?? '', /Ended early by mentor/);
  const told = await stand.letter(formed.mentee, /Your mentorship with Aigerim Sadykova has ended/);
  assert.not.match(told.text, /did not fit/);
  const rows = (await stand.rows('evaluations')).filter((row) => row.pair === formed.id);
  assert.equal(
    rows.map((row) => [row.kind, row.person, row.improve]),
    [['Leaving', formed.mentor.id, 'We did not fit']],
  );
});

s('a form without its code ends nothing and is a row for staff', async () => {
  await stand.people.answer('ending', { code: 'made-up', improve: 'x' });
  await stand.people.settle();
  assert.is(await stand.stage(staffed), 'Active');
  await stand.need('form/ending', /has no valid code/);
});

s('staff end a pair by its cell: both are told, after the grace', async () => {
  await stand.people.edit('matches', staffed.id, { decision: 'End' });
  await stand.people.settle();
  assert.match((await stand.row(staffed)).systemNote ?? '', /^2 letters at .*; clear the cell to stop\.$/);
  assert.is(await stand.stage(staffed), 'Active');
  await stand.people.move({ by: 'PT3M' });
  assert.is(await stand.stage(staffed), 'Ended early');
  for (const side of BOTH)
    await stand.letter(staffed[side], new RegExp(`Your mentorship with ${partnerOf(staffed, side).name} has ended`));
});

s('in a safety case no letter reaches the other side; telling them is a row due in two working days', async () => {
  const from = (await stand.letters(safe.mentor)).length;
  const link = await stand.linkAbout(safe.mentee, safe.mentor, /report an issue/);
  await stand.people.answer('issue', { category: 'Safety or ethics', words: 'He threatened me' }, link);
  await stand.people.settle();
  const [row] = await stand.rows('cases');
  assert.is(row?.category, 'Safety or ethics');
  await stand.decideCase(row?.id ?? '', 'End pair');
  assert.is(await stand.stage(safe), 'Ended early');
  assert.equal(await news(safe, 'mentor', from), []);
  const need = await stand.need(safe.id, /Tell the other side that the pair has ended/);
  assert.is(need.due, '2026-09-04T12:00:00Z');
  assert.is(need.suggested, 'Mark told');
  assert.not.match(JSON.stringify(await stand.rows('history')), /threatened/);
  await stand.to('2026-09-03', '10:01');
  assert.equal(await news(safe, 'mentor', from), [], 'nor a letter of a later day');
  const done = await stand.choose(need, 'Mark told');
  assert.is(done.state, 'Closed');
  assert.match((await stand.history(safe.id)).at(-1) ?? '', /Mark told chosen in Needs you by staff: tell-partner/);
});

s('a mentor who leaves the programme ends the pair; the mentee is told and may be matched again', async () => {
  const page = await stand.people.press(await stand.newest(left.mentor, /changed my mind/));
  assert.ok(page.status < 300, page.words);
  await stand.people.settle();
  assert.is((await stand.rowIn('mentors', left.mentor.id)).stage, 'Withdrawn');
  assert.is(await stand.stage(left), 'Ended early');
  await stand.letter(left.mentee, /Your mentorship with Daniyar Omarov has ended/);
  assert.is((await stand.rowIn('mentees', left.mentee.id)).stage, 'Waiting');
});

s('a mentor typed over at work is refused: a pair keeps its people', async () => {
  await stand.rank({ 'Ilyas Bek': ['Aigerim Sadykova', 'Timur Akhmetov'] });
  const [pair] = await stand.pairsOf('Ilyas Bek');
  assert.ok(pair);
  await stand.toActive(pair);
  const timur = stand.who('Timur Akhmetov').id;
  const from = (await stand.people.letters()).length;
  await stand.people.edit('matches', pair.id, { mentor: timur });
  await stand.people.settle();
  assert.is(
    (await stand.row(pair)).systemNote,
    `A pair at work keeps its people: put back ${pair.mentee.id} and ${pair.mentor.id}, and use the decision "Replace mentor".`,
  );
  assert.is(await stand.stage(pair), 'Active');
  assert.is((await stand.people.letters()).length, from);
  await stand.people.edit('matches', pair.id, { mentor: pair.mentor.id });
  await stand.people.settle();
});

s(
  'Replace mentor ends the pair for both and asks the next choice of the mentee; the new pair has six months of its own',
  async () => {
    const [pair] = await stand.pairsOf('Ilyas Bek');
    assert.ok(pair);
    await stand.decide('Replace mentor', pair);
    assert.is(await stand.stage(pair), 'Ended early');
    const [, next] = await stand.pairsOf('Ilyas Bek');
    assert.ok(next);
    assert.is(next.mentor.name, 'Timur Akhmetov');
    assert.is(await stand.stage(next), 'Asking mentor');
    await stand.press(next.mentor, /Ilyas Bek would like you/, /^Accept/);
    await stand.people.settle();
    // Staff set an end of their own before the two begin.
    await stand.people.edit('matches', next.id, { newEnd: '2027-01-15' });
    await stand.people.settle();
    for (const side of BOTH) await stand.confirm(next, side);
    await stand.people.settle();
    const row = await stand.row(next);
    assert.equal([row.stage, row.endsOn], ['Active', '2027-01-15']);
  },
);

s('a decision on a pair that has ended is answered in its row and does nothing', async () => {
  const from = (await stand.people.letters()).length;
  await stand.people.edit('matches', pressed.id, { decision: 'Resume' });
  await stand.people.settle();
  assert.is((await stand.row(pressed)).systemNote, '"Resume" does not fit a pair at "Ended early". Nothing was done.');
  await stand.people.move({ by: 'PT15M' });
  assert.is((await stand.people.letters()).length, from);
});

s.run();
