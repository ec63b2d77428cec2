/** A pair at Proposed: what staff see, decide and may still change (lifecycle section 4). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Stand, startPairs } from './pairs.ts';

const s = suite('proposal');
let stand: Stand;

s.before(async () => {
  stand = await startPairs({
    mentors: {
      'Aigerim Sadykova': { capacity: '1', interests: 'chess' },
      'Daniyar Omarov': { capacity: '2' },
      'Timur Akhmetov': { capacity: '5' },
    },
    mentees: { 'Bolat Akhmet': {}, 'Dana Serik': {}, 'Erlan Tulegen': {}, 'Gulnar Aman': {} },
  });
});
s.after(() => stand.close());

s('a pair typed by staff is proposed with names and reasons, and its mentor has one place less', async () => {
  const [pair] = await stand.propose(['Bolat Akhmet', 'Aigerim Sadykova']);
  assert.ok(pair);
  const row = await stand.row(pair);
  assert.is(row.stage, 'Proposed');
  assert.is(row.systemNote, 'Taken. The process has started.');
  assert.is(row.menteeName, 'Bolat Akhmet');
  assert.is(row.mentorName, 'Aigerim Sadykova');
  assert.match(row.why ?? '', /Job search/i);
  assert.is(row.nextStep, 'Choose Approve or Reject. Reminder to decide: 4 September 2026, 09:00');
  assert.is((await stand.rowIn('mentors', pair.mentor.id)).places, '1 of 1');
  assert.equal(await stand.history(pair.id), ['New → Proposed by program: Waits for the decision of the Center']);
});

s('an approval is announced in its row, and a cleared cell stops it before a letter goes out', async () => {
  const [pair] = await stand.pairsOf('Bolat Akhmet');
  assert.ok(pair);
  const before = (await stand.letters(pair.mentee)).length;
  await stand.people.edit('matches', pair.id, { decision: 'Approve' });
  await stand.people.settle();
  assert.match(
    (await stand.row(pair)).systemNote ?? '',
    /^1 letter at 1 September 2026, 09:0\d; clear the cell to stop\.$/,
  );
  await stand.people.edit('matches', pair.id, { decision: '' });
  await stand.people.settle();
  assert.is((await stand.row(pair)).systemNote, 'Stopped; nothing was sent.');
  await stand.people.move({ by: 'PT5M' });
  assert.is(await stand.stage(pair), 'Proposed');
  assert.is((await stand.letters(pair.mentee)).length, before);
});

s(
  'a mentor without a free place is not approved for another mentee, nor a mentee who has a pair for another mentor',
  async () => {
    const [second] = await stand.propose(['Dana Serik', 'Aigerim Sadykova']);
    assert.ok(second);
    await stand.decide('Approve', second);
    assert.is(
      (await stand.row(second)).systemNote,
      'Not approved: the mentor has no free place. Choose another mentor or reject.',
    );
    await stand.need(second.id, /No free place/);
    const [taken] = await stand.pairsOf('Bolat Akhmet');
    assert.ok(taken);
    await stand.decide('Approve', taken);
    assert.is(await stand.stage(taken), 'Asking mentee');
    const [third] = await stand.propose(['Bolat Akhmet', 'Daniyar Omarov']);
    assert.ok(third);
    await stand.decide('Approve', third);
    assert.is(
      (await stand.row(third)).systemNote,
      'Not approved: the mentee has no free place. Choose another mentee or reject.',
    );
    assert.match((await stand.need(third.id, /No free place/)).why ?? '', /^The mentee has no free place/);
    await stand.decide('Reject', third);
    assert.is(await stand.stage(third), 'Rejected');
    assert.equal(await stand.needs(third.id), []);
  },
);

s(
  'another mentor typed into a refused proposal is taken, and both people are asked after a fresh approval',
  async () => {
    const [pair] = await stand.pairsOf('Dana Serik');
    assert.ok(pair);
    const daniyar = stand.who('Daniyar Omarov');
    await stand.people.edit('matches', pair.id, { mentor: daniyar.id });
    await stand.people.settle();
    let row = await stand.row(pair);
    assert.is(row.stage, 'Proposed');
    assert.is(row.mentorName, 'Daniyar Omarov');
    assert.is(row.systemNote, 'Taken. Clear the decision, then choose Approve to ask these people.');
    assert.equal(await stand.needs(pair.id), []);
    assert.is((await stand.rowIn('mentors', daniyar.id)).places, '1 of 2');
    assert.is((await stand.rowIn('mentors', stand.who('Aigerim Sadykova').id)).places, '1 of 1');
    await stand.people.edit('matches', pair.id, { decision: '' });
    await stand.people.settle();
    await stand.people.edit('matches', pair.id, { decision: 'Approve' });
    await stand.people.settle();
    // Changed once more while the approval waits: it is about the new people now.
    const timur = stand.who('Timur Akhmetov');
    await stand.people.edit('matches', pair.id, { mentor: timur.id });
    await stand.people.settle();
    assert.match((await stand.row(pair)).systemNote ?? '', /^1 letter at /);
    await stand.people.move({ by: 'PT3M' });
    row = await stand.row(pair);
    assert.is(row.stage, 'Asking mentee');
    assert.match((await stand.letter(pair.mentee, /would this mentor suit you/)).text, /Timur Akhmetov/);
    assert.is((await stand.rowIn('mentors', daniyar.id)).places, '0 of 2');
  },
);

s('an ID that nobody has is a row for staff, and the pair is proposed once it is put right', async () => {
  const erlan = stand.who('Erlan Tulegen');
  await stand.people.add('matches', { mentee: erlan.id, mentor: 'MR-0000-0000' });
  await stand.people.settle();
  const [pair] = await stand.pairsOf('Erlan Tulegen');
  assert.ok(pair);
  const need = await stand.need(pair.id, /names somebody who is not in Mentors or Mentees/);
  assert.is(need.suggested, 'Reject');
  await stand.decide('Approve', pair);
  assert.is((await stand.row(pair)).systemNote, 'Not approved: one of the IDs is not in Mentors or Mentees.');
  await stand.people.edit('matches', pair.id, { mentor: stand.who('Timur Akhmetov').id, decision: '' });
  await stand.people.settle();
  assert.equal(await stand.needs(pair.id), []);
  assert.is((await stand.row(pair)).mentorName, 'Timur Akhmetov');
  assert.is((await stand.row(pair)).stage, 'Proposed');
});

s('a proposal undecided for three working days is a row for staff, from which it can be approved', async () => {
  const [pair] = await stand.pairsOf('Erlan Tulegen');
  assert.ok(pair);
  await stand.to('2026-09-04', '08:59');
  assert.equal(await stand.needs(pair.id), []);
  await stand.to('2026-09-04', '09:01');
  const need = await stand.need(pair.id, /Decide on a proposed pair/);
  assert.is(need.why, 'No decision for 3 working days. Approve, or reject with the next choice.');
  assert.is(need.owner, 'Saule Nurlanova');
  const done = await stand.choose(need, 'Approve');
  assert.is(done.state, 'Closed');
  assert.is(await stand.stage(pair), 'Asking mentee');
  assert.match((await stand.history(pair.id)).at(-1) ?? '', /Proposed → Asking mentee by staff/);
});

s('a decision that does not fit is answered and does nothing', async () => {
  const [pair] = await stand.pairsOf('Erlan Tulegen');
  assert.ok(pair);
  const letters = (await stand.people.letters()).length;
  for (const decision of ['Resume', 'Pause', 'Extend', 'Approve', 'Reject']) {
    await stand.people.edit('matches', pair.id, { decision });
    await stand.people.settle();
    assert.is(
      (await stand.row(pair)).systemNote,
      `"${decision}" does not fit a pair at "Asking mentee". Nothing was done.`,
    );
  }
  await stand.people.move({ by: 'PT15M' });
  assert.is(await stand.stage(pair), 'Asking mentee');
  assert.is((await stand.people.letters()).length, letters);
});

s('a rejected proposal brings the next choice of the mentee, which waits for staff again', async () => {
  await stand.to('2026-09-07', '09:10');
  await stand.rank({ 'Gulnar Aman': ['Daniyar Omarov', 'Timur Akhmetov'] });
  const [first] = await stand.pairsOf('Gulnar Aman');
  assert.ok(first);
  assert.is(first.mentor.name, 'Daniyar Omarov');
  const before = (await stand.letters(first.mentor)).length;
  await stand.decide('Reject', first);
  assert.is((await stand.row(first)).stage, 'Rejected');
  assert.is((await stand.row(first)).systemNote, "Rejected. The mentee's next choice is proposed, if there is one.");
  assert.is((await stand.letters(first.mentor)).length, before, 'who was never asked hears nothing');
  const [, next] = await stand.pairsOf('Gulnar Aman');
  assert.ok(next);
  assert.is(next.mentor.name, 'Timur Akhmetov');
  assert.is(await stand.stage(next), 'Proposed');
  // Ranked, so the mentor is asked at once.
  await stand.decide('Approve', next);
  assert.is(await stand.stage(next), 'Asking mentor');
  // The decision is over with the row: choosing another one says so.
  await stand.people.edit('matches', first.id, { decision: 'Approve' });
  await stand.people.settle();
  assert.is((await stand.row(first)).systemNote, '"Approve" does not fit a pair at "Rejected". Nothing was done.');
});

s.run();
