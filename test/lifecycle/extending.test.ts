/** A longer or shorter mentorship: extension agreed by both, goals reached early (Q22, lifecycle section 4). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BOTH, type PairOf, type Stand, startPairs } from './pairs.ts';

const s = suite('extending');
let stand: Stand;
let agreed: PairOf;
let refused: PairOf;
let goals: PairOf;
let oneSided: PairOf;

s.before(async () => {
  stand = await startPairs({
    mentors: { 'Aigerim Sadykova': { capacity: '4' } },
    mentees: { 'Bolat Akhmet': {}, 'Dana Serik': {}, 'Erlan Tulegen': {}, 'Gulnar Aman': {} },
  });
  const pairs = await stand.active(
    ['Bolat Akhmet', 'Aigerim Sadykova'],
    ['Dana Serik', 'Aigerim Sadykova'],
    ['Erlan Tulegen', 'Aigerim Sadykova'],
    ['Gulnar Aman', 'Aigerim Sadykova'],
  );
  [agreed, refused, goals, oneSided] = pairs as [PairOf, PairOf, PairOf, PairOf];
});
s.after(() => stand.close());

s('Extend without a later date asks for one and does nothing', async () => {
  await stand.people.edit('matches', agreed.id, { decision: 'Extend' });
  await stand.people.settle();
  const note = 'Put a date after 1 March 2027 into "New end"; Extend then goes on by itself.';
  assert.is((await stand.row(agreed)).systemNote, note);
  await stand.people.edit('matches', agreed.id, { newEnd: '2027-02-01' });
  await stand.people.settle();
  assert.is((await stand.row(agreed)).systemNote, note);
  await stand.people.edit('matches', agreed.id, { newEnd: '2027-05-01' });
  await stand.people.settle();
  assert.match((await stand.row(agreed)).systemNote ?? '', /^2 letters at /);
});

s('both are asked; when both agree, the end and all later dates move', async () => {
  await stand.people.edit('matches', refused.id, { newEnd: '2027-04-01', decision: 'Extend' });
  await stand.people.settle();
  await stand.people.move({ by: 'PT3M' });
  assert.is((await stand.row(agreed)).systemNote, 'Both are asked to agree to 1 May 2027.');
  await stand.to('2026-09-01', '10:01');
  for (const side of BOTH) {
    assert.is((await stand.row(agreed)).endsOn, '2027-03-01', 'one side alone moves nothing');
    const page = await stand.pressAbout(agreed, side, /^I agree$/);
    assert.ok(page.status < 300, page.words);
    await stand.people.settle();
  }
  assert.is((await stand.row(agreed)).endsOn, '2027-05-01');
  for (const side of BOTH) assert.match((await stand.letter(agreed[side], /is extended/)).text, /Saturday, 1 May 2027/);
  await stand.to('2026-10-01', '10:01');
  assert.match((await stand.letter(agreed.mentee, /did you talk/)).text, /Month 1 of 8/);
});

s('a refusal leaves the end as it is and is a row for staff, who may ask again with the same date', async () => {
  const page = await stand.pressAbout(refused, 'mentee', /^I do not agree$/);
  assert.ok(page.status < 300, page.words);
  await stand.people.settle();
  assert.is((await stand.row(refused)).endsOn, '2027-03-01');
  const need = await stand.need(refused.id, /extension was not agreed/);
  assert.match(need.why ?? '', /^The mentee did not agree/);
  const before = (await stand.letters(refused.mentee)).length;
  await stand.people.edit('matches', refused.id, { decision: '' });
  await stand.people.settle();
  await stand.decide('Extend', refused);
  await stand.to('2026-10-02', '10:01');
  assert.match((await stand.subjects(refused.mentee)).slice(before).join(), /Longer with Aigerim Sadykova/);
});

s('"We have reached our goals" of one side asks the other; "not yet" leaves everything as it is', async () => {
  const page = await stand.pressAbout(oneSided, 'mentee', /end the mentorship/, { how: 'goals' });
  assert.match(page.words, /Your partner is asked/);
  await stand.people.settle();
  await stand.to('2026-10-05', '10:01');
  const answer = await stand.pressAbout(oneSided, 'mentor', /^Not yet$/);
  assert.is(answer.status, 200, answer.words);
  await stand.people.settle();
  assert.is(await stand.stage(oneSided), 'Active');
  assert.match((await stand.history(oneSided.id)).at(-1) ?? '', /Goals not reached yet by mentor/);
});

s('when both say so, the pair closes early and is completed, not cancelled', async () => {
  await stand.pressAbout(goals, 'mentor', /end the mentorship/, { how: 'goals' });
  await stand.people.settle();
  await stand.to('2026-10-06', '10:01');
  await stand.pressAbout(goals, 'mentee', /^Yes, we have$/);
  await stand.people.settle();
  const row = await stand.row(goals);
  assert.equal([row.stage, row.endsOn], ['Closing', '2026-10-06']);
  assert.match((await stand.history(goals.id)).at(-1) ?? '', /Both say their goals are reached/);
  for (const side of BOTH) {
    const page = await stand.people.answer(
      'evaluation',
      { works: '5' },
      await stand.linkAbout(goals[side], goals[side === 'mentee' ? 'mentor' : 'mentee'], /survey/),
    );
    assert.ok(page.status < 300, page.words);
    await stand.pressAbout(goals, side, /^We finish here$/);
  }
  await stand.people.settle();
  assert.is(await stand.stage(goals), 'Completed');
});

s.run();
