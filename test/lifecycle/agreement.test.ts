/** The agreement: contact data, confirmations, what happens without them (lifecycle section 4, M17, M19, Q20). */
import ICAL from 'ical.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { linkIn } from '../support/programme.ts';
import { BOTH, type PairOf, partnerOf, type Stand, startPairs } from './pairs.ts';

/** A calendar file as a calendar reads it. */
function eventIn(file = '') {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const start = event.startDate.toJSDate();
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    start: start.toISOString().replace('.000', ''),
    minutes: (event.endDate.toJSDate().getTime() - start.getTime()) / 60_000,
    summary: event.summary,
    status: event.component.getFirstPropertyValue('status'),
  };
}

const s = suite('agreement');
let stand: Stand;
let both: PairOf;
let half: PairOf;
let refused: PairOf;
let replaced: PairOf;
let left: PairOf;

s.before(async () => {
  stand = await startPairs({
    mentors: {
      'Aigerim Sadykova': { phone: '+7 701 000 00 01', contactMethod: 'Video call' },
      'Daniyar Omarov': {},
      'Timur Akhmetov': {},
    },
    mentees: { 'Bolat Akhmet': {}, 'Dana Serik': {}, 'Erlan Tulegen': {}, 'Gulnar Aman': {}, 'Hadisha Nur': {} },
  });
  const pairs = await stand.propose(
    ['Bolat Akhmet', 'Aigerim Sadykova'],
    ['Dana Serik', 'Aigerim Sadykova'],
    ['Erlan Tulegen', 'Aigerim Sadykova'],
    ['Gulnar Aman', 'Daniyar Omarov'],
    ['Hadisha Nur', 'Daniyar Omarov'],
  );
  await stand.toAgreement(...pairs);
  [both, half, refused, replaced, left] = pairs as [PairOf, PairOf, PairOf, PairOf, PairOf];
});
s.after(() => stand.close());

s('both get an introduction with the name and contact data of their match, and the agreement to confirm', async () => {
  for (const side of BOTH) {
    const letter = await stand.letter(both[side], new RegExp(`meet ${partnerOf(both, side).name}`));
    assert.match(letter.subject, /^9 September, 17:00: /);
    assert.match(letter.text, new RegExp(partnerOf(both, side).email));
    for (const point of [
      /voluntary and unpaid/,
      /confidential, barring ethical or safety/,
      /not asked for a job/,
      /once a month/,
      /stop at any time/,
      /6 months/,
    ])
      assert.match(letter.text, point);
    assert.ok(linkIn(letter, /^I confirm/) && linkIn(letter, /^I do not confirm/));
  }
  assert.match((await stand.letter(both.mentee, /meet Aigerim/)).text, /\+7 701 000 00 01[\s\S]*Video call/);
  assert.is(await stand.stage(both), 'Agreement');
});

s(
  'one confirmation waits for the other, pressed twice it counts once, and the second begins the six months',
  async () => {
    assert.match((await stand.confirm(both, 'mentee')).words, /As soon as both have confirmed/);
    assert.match((await stand.confirm(both, 'mentee')).words, /confirmed already/);
    await stand.people.settle();
    assert.is(await stand.stage(both), 'Agreement');
    await stand.confirm(both, 'mentor');
    await stand.people.settle();
    const row = await stand.row(both);
    assert.equal([row.stage, row.startedOn, row.endsOn], ['Active', '2026-09-01', '2027-03-01']);
    assert.equal((await stand.history(both.id)).slice(-3), [
      'Agreement confirmed by mentee',
      'Agreement confirmed by mentor',
      'Agreement → Active by program: Both confirmed the agreement',
    ]);
    assert.match((await stand.confirm(both, 'mentor')).words, /Confirmed|confirmed already/);
  },
);

s('a refusal frees the place and tells both in neutral words, without fault and without a row for staff', async () => {
  const page = await stand.press(refused.mentor, /meet Erlan Tulegen/, /^I do not confirm/);
  assert.ok(page.status < 300, page.words);
  await stand.people.settle();
  assert.is(await stand.stage(refused), 'Declined');
  for (const side of BOTH) {
    const { text } = await stand.letter(refused[side], /does not begin/);
    assert.match(text, /Nobody is at fault/);
    assert.not.match(text, /refus|declin/i);
  }
  assert.equal(await stand.needs(refused.id), []);
  assert.is((await stand.rowIn('mentors', refused.mentor.id)).places, '2 of 3');
  assert.is((await stand.rowIn('mentees', refused.mentee.id)).stage, 'Waiting');
});

s('Replace mentor before the start takes the request back from both', async () => {
  await stand.decide('Replace mentor', replaced);
  const row = await stand.row(replaced);
  assert.is(row.stage, 'Declined');
  for (const side of BOTH) await stand.letter(replaced[side], /request was withdrawn/);
  assert.is((await stand.subjects(replaced.mentee)).filter((each) => /has ended/.test(each)).length, 0);
});

s('a mentor who leaves the programme while the agreement waits takes the open request along', async () => {
  const daniyar = stand.who('Daniyar Omarov');
  await stand.people.edit('mentors', daniyar.id, { decision: 'Withdraw' });
  await stand.people.settle();
  await stand.people.move({ by: 'PT3M' });
  assert.is((await stand.rowIn('mentors', daniyar.id)).stage, 'Withdrawn');
  assert.is(await stand.stage(left), 'Declined');
  assert.match((await stand.letter(left.mentee, /request was withdrawn/)).text, /Daniyar Omarov/);
  assert.is((await stand.rowIn('mentees', left.mentee.id)).stage, 'Waiting');
});

s('who has not confirmed is reminded after three and after six days, who has is not', async () => {
  await stand.confirm(half, 'mentee');
  await stand.people.settle();
  const reminders = async (side: 'mentee' | 'mentor') =>
    (await stand.letters(half[side])).filter(
      (letter) =>
        letter.text.includes(`greement with ${partnerOf(half, side).name} `) &&
        /not confirmed by you yet|waits for your confirmation/.test(letter.text),
    ).length;
  await stand.to('2026-09-04', '10:01');
  assert.equal([await reminders('mentee'), await reminders('mentor')], [0, 1]);
  await stand.to('2026-09-07', '10:01');
  assert.equal([await reminders('mentee'), await reminders('mentor')], [0, 2]);
});

s(
  'without both confirmations in seven days the place is released, both are told, the mentee waits and staff know',
  async () => {
    await stand.to('2026-09-09', '16:59');
    assert.is(await stand.stage(half), 'Agreement');
    const link = linkIn(await stand.letter(half.mentor, /meet Dana Serik/), /^I confirm/);
    await stand.to('2026-09-09', '17:01');
    assert.is(await stand.stage(half), 'Lapsed');
    for (const side of BOTH) await stand.letter(half[side], /does not begin/);
    assert.is((await stand.rowIn('mentees', half.mentee.id)).stage, 'Waiting');
    assert.is((await stand.rowIn('mentors', half.mentor.id)).places, '1 of 3');
    const need = await stand.need(half.id, /did not confirm the agreement/);
    assert.is(need.suggested, 'Done');
    const late = await stand.people.open(link);
    assert.is(late.status, 410);
    // The pair is over; its row in the queue still takes an answer.
    const done = await stand.choose(need, 'Done');
    assert.is(done.state, 'Closed');
    assert.match((await stand.history(half.id)).at(-1) ?? '', /Done chosen in Needs you by staff/);
  },
);

s('a fresh link for an agreement that is over is not sent', async () => {
  const link = linkIn(await stand.letter(half.mentor, /meet Dana Serik/), /^I confirm/);
  const before = (await stand.letters(half.mentor)).length;
  const page = await stand.people.press(link);
  assert.match(page.words, /If what the link was for is still open/);
  await stand.people.settle();
  assert.is((await stand.letters(half.mentor)).length, before);
});

s('a meeting that one of them names stands in both calendars; it moves, and is called off', async () => {
  const link = await stand.newest(both.mentor, /put a meeting into our calendars/);
  const refusedDay = await stand.people.press(link, { day: '2026-08-30', time: '18:00', minutes: '60' });
  assert.equal([refusedDay.status, /has passed already/.test(refusedDay.words)], [409, true]);
  const strange = await stand.people.press(link, { day: '2026-02-30', time: '18:00', minutes: '60' });
  assert.is(strange.status, 400);
  const agreed = await stand.people.press(link, { day: '2026-09-10', time: '18:00', minutes: '90' });
  assert.match(agreed.words, /letter for your calendars/);
  await stand.people.settle();
  for (const side of BOTH) {
    const letter = await stand.letter(both[side], new RegExp(`you and ${partnerOf(both, side).name} meet`));
    const file = eventIn(letter.calendar);
    assert.equal(file, {
      method: 'REQUEST',
      uid: `${both.id}-meeting@alumni-mentorship`,
      sequence: 0,
      start: '2026-09-10T13:00:00Z',
      minutes: 90,
      summary: partnerOf(both, side).name,
      status: 'CONFIRMED',
    });
  }
  const invitation = await stand.letter(both.mentee, /you and .* meet/);
  await stand.people.press(linkIn(invitation, /Another day or time/) ?? '', {
    day: '2026-09-11',
    time: '09:30',
    minutes: '30',
  });
  await stand.people.settle();
  const moved = eventIn((await stand.letter(both.mentor, /you and .* meet/)).calendar);
  assert.equal([moved.sequence, moved.start, moved.minutes], [1, '2026-09-11T04:30:00Z', 30]);
  const off = await stand.people.press(linkIn(invitation, /Call it off/) ?? '');
  assert.match(off.words, /called off/);
  await stand.people.settle();
  const cancelled = eventIn((await stand.letter(both.mentor, /Called off/)).calendar);
  assert.equal([cancelled.method, cancelled.sequence, cancelled.status], ['CANCEL', 2, 'CANCELLED']);
  assert.match((await stand.people.press(linkIn(invitation, /Call it off/) ?? '')).words, /No meeting is ahead/);
});

s.run();
