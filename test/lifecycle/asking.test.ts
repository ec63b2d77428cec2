/** A pair while people are asked: the mentee who did not rank the mentor, then the mentor (lifecycle section 4, M4, Q18). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { linkIn } from '../support/programme.ts';
import { type PairOf, type Stand, startPairs } from './pairs.ts';

const s = suite('asking');
let stand: Stand;
let yes: PairOf;
let no: PairOf;
let silent: PairOf;
let moved: PairOf;

s.before(async () => {
  stand = await startPairs({
    mentors: {
      'Aigerim Sadykova': { phone: '+7 701 000 00 01', employer: 'Orbit Robotics' },
      'Daniyar Omarov': {},
      'Madina Zhunusova': { capacity: '1' },
      'Timur Akhmetov': {},
    },
    mentees: {
      'Bolat Akhmet': { goals: 'Build robots' },
      'Dana Serik': {},
      'Erlan Tulegen': {},
      'Gulnar Aman': {},
      'Hadisha Nur': {},
    },
  });
  const pairs = await stand.propose(
    ['Bolat Akhmet', 'Aigerim Sadykova'],
    ['Dana Serik', 'Aigerim Sadykova'],
    ['Erlan Tulegen', 'Aigerim Sadykova'],
    ['Gulnar Aman', 'Daniyar Omarov'],
  );
  [yes, no, silent, moved] = pairs as [PairOf, PairOf, PairOf, PairOf];
  await stand.decide('Approve', ...pairs);
});
s.after(() => stand.close());

s(
  'a mentee who did not rank the mentor reads the profile without contact data, and has five working days',
  async () => {
    const letter = await stand.letter(yes.mentee, /would this mentor suit you/);
    assert.match(letter.subject, /^9 September, 17:00: /);
    assert.match(letter.text, /Orbit Robotics/);
    assert.not.match(letter.text, /people\.example|701 000 00 01/);
    assert.is((await stand.row(yes)).stage, 'Asking mentee');
    assert.is((await stand.row(yes)).nextStep, 'Answer of the mentee due: 9 September 2026, 17:00');
    assert.is((await stand.row(yes)).systemNote, 'Approved. The mentee is asked until 9 September 2026, 17:00.');
  },
);

s('after a yes the mentor is asked with the goals and what both have in common, without contact data', async () => {
  const page = await stand.press(yes.mentee, /would this mentor suit you/, /^Yes/);
  assert.ok(page.status < 300, page.words);
  await stand.people.settle();
  assert.is(await stand.stage(yes), 'Asking mentor');
  const letter = await stand.letter(yes.mentor, /Bolat Akhmet would like you as a mentor/);
  assert.match(letter.text, /Build robots/);
  assert.match(letter.text, /Job search/);
  assert.not.match(letter.text, /people\.example/);
  assert.match(letter.subject, /^9 September, 17:00: /);
  assert.equal((await stand.history(yes.id)).slice(-2), [
    'Proposed → Asking mentee by staff: Approved; the mentee did not rank this mentor',
    'Asking mentee → Asking mentor by mentee: The mentor is asked',
  ]);
});

s('after a no the mentee waits, the mentor hears nothing and has the place back', async () => {
  const before = (await stand.letters(no.mentor)).length;
  const page = await stand.press(no.mentee, /would this mentor suit you/, /^No/);
  assert.match(page.words, /Thank you for telling us/);
  await stand.people.settle();
  assert.is(await stand.stage(no), 'Declined');
  assert.is((await stand.rowIn('mentees', no.mentee.id)).stage, 'Waiting');
  assert.is((await stand.letters(no.mentor)).length, before);
  assert.is((await stand.rowIn('mentors', no.mentor.id)).places, '2 of 3');
});

s('a press twice is one press, and a press on the other button afterwards changes nothing', async () => {
  const link = linkIn(await stand.letter(no.mentee, /would this mentor suit you/), /^No/);
  assert.match((await stand.people.press(link)).words, /Thank you for telling us|mentorship is over/);
  await stand.people.settle();
  const twice = (await stand.history(no.id)).filter((each) => /→ Declined/.test(each));
  assert.is(twice.length, 1);
  const accept = await stand.press(no.mentee, /would this mentor suit you/, /^Yes/);
  assert.is(accept.status, 409);
  assert.match(accept.words, /This mentorship is over/);
  assert.is(await stand.stage(no), 'Declined');
});

s(
  'another mentor typed while the mentor is asked moves the request: the first hears that it is withdrawn',
  async () => {
    await stand.press(moved.mentee, /would this mentor suit you/, /^Yes/);
    await stand.people.settle();
    assert.is(await stand.stage(moved), 'Asking mentor');
    const old = linkIn(await stand.letter(moved.mentor, /would like you/), /^Accept/);
    const madina = stand.who('Madina Zhunusova');
    await stand.people.edit('matches', moved.id, { mentor: madina.id });
    await stand.people.settle();
    const row = await stand.row(moved);
    assert.is(row.stage, 'Proposed');
    assert.is(row.mentorName, 'Madina Zhunusova');
    assert.match((await stand.letter(moved.mentor, /request was withdrawn/)).text, /Gulnar Aman/);
    assert.is((await stand.subjects(moved.mentee)).filter((each) => /withdrawn/.test(each)).length, 0);
    assert.is((await stand.rowIn('mentors', madina.id)).places, '1 of 1');
    assert.is((await stand.rowIn('mentors', moved.mentor.id)).places, '0 of 3');
    // The first mentor's button belongs to a request that is gone.
    const late = await stand.people.press(old);
    assert.is(late.status, 409);
    assert.match(late.words, /belongs to somebody else/);
    assert.is(await stand.stage(moved), 'Proposed');
    await stand.people.edit('matches', moved.id, { decision: '' });
    await stand.people.settle();
    await stand.decide('Approve', moved);
    assert.is(await stand.stage(moved), 'Asking mentee', 'the mentee did not choose this mentor either');
  },
);

s('a mentor who did not answer is reminded after three working days, with both buttons', async () => {
  await stand.to('2026-09-04', '09:30');
  assert.is((await stand.subjects(yes.mentor)).filter((each) => /waits for your answer/.test(each)).length, 0);
  await stand.to('2026-09-04', '10:01');
  const letter = await stand.letter(yes.mentor, /Bolat Akhmet waits for your answer/);
  assert.equal(
    letter.links.map((link) => link.label).filter((label) => /Accept|Decline/.test(label)),
    ['Accept', 'Decline'],
  );
});

s('staff may have the mentor reminded at any time', async () => {
  await stand.people.edit('matches', yes.id, { decision: '' });
  await stand.people.settle();
  await stand.decide('Remind now', yes);
  assert.is((await stand.row(yes)).systemNote, 'Reminders are on their way.');
  await stand.to('2026-09-07', '10:01');
  assert.is((await stand.subjects(yes.mentor)).filter((each) => /waits for your answer/.test(each)).length, 2);
});

s('a silent mentee lapses after five working days and waits, without a letter to the mentor', async () => {
  await stand.to('2026-09-09', '16:59');
  assert.is(await stand.stage(silent), 'Asking mentee');
  const before = (await stand.letters(silent.mentor)).length;
  await stand.to('2026-09-09', '17:01');
  assert.is(await stand.stage(silent), 'Lapsed');
  assert.is((await stand.rowIn('mentees', silent.mentee.id)).stage, 'Waiting');
  const after = (await stand.subjects(silent.mentor)).slice(before);
  assert.equal(after, []);
});

s(
  'a silent mentor lapses too: the mentee hears of no place this time, without the name of who was silent',
  async () => {
    assert.is(await stand.stage(yes), 'Lapsed');
    assert.match(
      (await stand.history(yes.id)).at(-1) ?? '',
      /Asking mentor → Lapsed by program: No answer from the mentor/,
    );
    const letter = await stand.letter(yes.mentee, /No place this time/);
    assert.not.match(letter.text, /Aigerim|declin/i);
    assert.is((await stand.rowIn('mentees', yes.mentee.id)).stage, 'Waiting');
    const late = await stand.people.open(
      linkIn(await stand.letter(yes.mentor, /Bolat Akhmet would like you/), /^Accept/),
    );
    assert.is(late.status, 410);
    assert.match(late.words, /This link has expired/);
  },
);

s('when a mentor declines, the next choice is asked without a new approval', async () => {
  await stand.to('2026-09-10', '09:10');
  await stand.rank({ 'Hadisha Nur': ['Daniyar Omarov', 'Timur Akhmetov'] });
  const [first] = await stand.pairsOf('Hadisha Nur');
  assert.ok(first);
  await stand.decide('Approve', first);
  assert.is(await stand.stage(first), 'Asking mentor', 'who was ranked is asked at once');
  await stand.press(first.mentor, /Hadisha Nur would like you/, /^Decline/);
  await stand.people.settle();
  assert.is(await stand.stage(first), 'Declined');
  assert.match((await stand.letter(first.mentee, /No place this time/)).text, /Your next choice is asked/);
  const [, next] = await stand.pairsOf('Hadisha Nur');
  assert.ok(next);
  assert.is(next.mentor.name, 'Timur Akhmetov');
  assert.is(await stand.stage(next), 'Asking mentor');
  await stand.letter(next.mentor, /Hadisha Nur would like you/);
  // The last choice declines as well: the mentee waits and hears why.
  await stand.press(next.mentor, /Hadisha Nur would like you/, /^Decline/);
  await stand.people.settle();
  assert.is((await stand.pairsOf('Hadisha Nur')).length, 2);
  assert.is((await stand.rowIn('mentees', next.mentee.id)).stage, 'Waiting');
});

s.run();
