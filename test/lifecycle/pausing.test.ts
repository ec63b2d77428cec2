/** A partner who does not answer, and pauses by link, by staff and by a person who pauses (M25, lifecycle section 4). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BOTH, type PairOf, type Stand, startPairs } from './pairs.ts';

const s = suite('pausing');
let stand: Stand;
let linked: PairOf;
let early: PairOf;
let sign: PairOf;
let away: PairOf;
let silent: PairOf;

s.before(async () => {
  stand = await startPairs({
    mentors: { 'Aigerim Sadykova': { capacity: '4' }, 'Daniyar Omarov': {} },
    mentees: { 'Bolat Akhmet': {}, 'Dana Serik': {}, 'Erlan Tulegen': {}, 'Gulnar Aman': {}, 'Hadisha Nur': {} },
  });
  const pairs = await stand.active(
    ['Bolat Akhmet', 'Aigerim Sadykova'],
    ['Dana Serik', 'Aigerim Sadykova'],
    ['Erlan Tulegen', 'Aigerim Sadykova'],
    ['Gulnar Aman', 'Daniyar Omarov'],
    ['Hadisha Nur', 'Aigerim Sadykova'],
  );
  [linked, early, sign, away, silent] = pairs as [PairOf, PairOf, PairOf, PairOf, PairOf];
});
s.after(() => stand.close());

s('"My partner does not answer" sends a friendly letter without a reproach, once', async () => {
  for (const pair of [sign, silent]) {
    const page = await stand.pressAbout(pair, 'mentee', /does not answer/);
    assert.match(page.words, /friendly letter/);
  }
  assert.match((await stand.pressAbout(sign, 'mentee', /does not answer/)).words, /friendly letter|on it already/);
  await stand.to('2026-09-01', '10:01');
  const letter = (await stand.letters(sign.mentor)).at(-1);
  assert.match(letter?.text ?? '', /Erlan Tulegen would like to hear from you/);
  assert.match(letter?.text ?? '', /Hadisha Nur would like to hear from you/);
  assert.not.match(letter?.text ?? '', /complain|report(ed)? that/i);
});

s('a sign of the partner ends the waiting', async () => {
  const page = await stand.pressAbout(sign, 'mentor', /^I am here$/);
  assert.ok(page.status < 300, page.words);
  await stand.people.settle();
  assert.match((await stand.history(sign.id)).at(-1) ?? '', /Gave a sign by mentor/);
});

s(
  'without a sign in seven days staff get a row, and may replace the mentor: both are told, the place is free',
  async () => {
    await stand.to('2026-09-09', '17:01');
    assert.equal(await stand.needs(sign.id), []);
    const need = await stand.need(silent.id, /A partner does not answer/);
    assert.match(need.why ?? '', /^The mentee reported it/);
    assert.is(need.suggested, 'Done, Replace mentor, End pair');
    const done = await stand.choose(need, 'Replace mentor');
    assert.is(done.state, 'Closed');
    const row = await stand.row(silent);
    assert.is(row.stage, 'Ended early');
    assert.match(
      (await stand.history(silent.id)).join('\n'),
      /Active → Ended early by staff: Another mentor is sought/,
    );
    for (const side of BOTH) await stand.letter(silent[side], /has ended/);
    assert.is((await stand.rowIn('mentors', silent.mentor.id)).places, '3 of 4');
    assert.is((await stand.rowIn('mentees', silent.mentee.id)).stage, 'Waiting');
  },
);

s('a pause by link is told to both, lasts no longer than a month, and nothing is asked meanwhile', async () => {
  await stand.to('2026-09-28');
  for (const pair of [linked, early]) {
    const page = await stand.pressAbout(pair, 'mentee', /^pause$/, { days: '30' });
    assert.match(page.words, /Paused/);
  }
  await stand.people.settle();
  const row = await stand.row(linked);
  assert.is(row.stage, 'Paused');
  assert.is(row.nextStep, 'Resumes by itself: 28 October 2026, 09:00');
  for (const side of BOTH)
    assert.match((await stand.letter(linked[side], /pauses/)).text, /until Wednesday, 28 October 2026/);
  const before = (await stand.letters(linked.mentee)).length;
  await stand.to('2026-10-12');
  assert.is((await stand.letters(linked.mentee)).length, before, 'no check, no reminder');
  assert.match((await stand.pressAbout(linked, 'mentor', /does not answer/)).words, /is paused; resume it first/);
});

s('either side may go on earlier; the end moves by the days that passed', async () => {
  const page = await stand.pressAbout(early, 'mentor', /^Go on earlier$/);
  assert.ok(page.status < 300, page.words);
  await stand.people.settle();
  const row = await stand.row(early);
  assert.equal([row.stage, row.endsOn], ['Active', '2027-03-15']);
  for (const side of BOTH) assert.match((await stand.letter(early[side], /goes on/)).text, /Monday, 15 March 2027/);
});

s('a pause resumes by itself, the end moves by its length, and there are still six months', async () => {
  await stand.to('2026-10-28', '09:01');
  const row = await stand.row(linked);
  assert.equal(
    [row.stage, row.endsOn, row.systemNote],
    ['Active', '2027-03-31', 'Resumed. The end is now 31 March 2027.'],
  );
  await stand.to('2026-11-05');
  const check = await stand.letter(linked.mentee, /did you talk with Aigerim Sadykova/);
  assert.match(check.text, /Month 1 of 6/);
});

s('a person who pauses taking part pauses the pair, and their return resumes it', async () => {
  const { mentor } = away;
  await stand.people.edit('mentors', mentor.id, { decision: 'Pause' });
  await stand.people.settle();
  await stand.people.move({ by: 'PT3M' });
  assert.is(await stand.stage(away), 'Paused');
  assert.match((await stand.letter(away.mentee, /pauses/)).text, /Nothing is asked meanwhile/);
  const refused = await stand.pressAbout(away, 'mentee', /^Go on earlier$/);
  assert.match(refused.words, /goes on when they are back/);
  assert.is(await stand.stage(away), 'Paused');
  await stand.to('2026-11-15');
  await stand.people.edit('mentors', mentor.id, { decision: 'Resume' });
  await stand.people.settle();
  await stand.people.move({ by: 'PT3M' });
  const row = await stand.row(away);
  assert.equal([row.stage, row.endsOn], ['Active', '2027-03-11']);
});

s('staff pause and resume a pair by its cell, as often as they like', async () => {
  for (const [decision, stage] of [
    ['Pause', 'Paused'],
    ['Resume', 'Active'],
    ['Pause', 'Paused'],
    ['Resume', 'Active'],
  ] as const) {
    await stand.decide(decision, early);
    assert.is(await stand.stage(early), stage);
  }
  assert.is((await stand.row(early)).endsOn, '2027-03-15');
  const { text } = await stand.letter(early.mentor, /mentorship with Dana Serik pauses/);
  assert.match(text, /You get a letter as soon as it goes on/);
  assert.not.match(text, /until ,/);
});

s.run();
