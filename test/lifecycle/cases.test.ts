/** Issues: receipt, owner, first response, outcome, and what they do to a pair (M33, lifecycle section 7). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { linkIn } from '../support/programme.ts';
import { CASE_OFFICER, type PairOf, type Stand, startPairs } from './pairs.ts';

const s = suite('cases');
let stand: Stand;
let pair: PairOf;
let id = '';
const SAULE = { id: '', name: 'Saule Nurlanova', email: 'saule.nurlanova@cac.example' };

s.before(async () => {
  stand = await startPairs({
    mentors: { 'Aigerim Sadykova': {} },
    mentees: { 'Bolat Akhmet': {} },
  });
  [pair] = (await stand.active(['Bolat Akhmet', 'Aigerim Sadykova'])) as [PairOf];
});
s.after(() => stand.close());

s(
  'a report opens a restricted case with owner and due time, a receipt, and a letter to the case officer only',
  async () => {
    const link = await stand.linkAbout(pair.mentor, pair.mentee, /report an issue/);
    const before = (await stand.letters(pair.mentee)).length;
    const page = await stand.people.answer('issue', { category: 'Communication', words: 'No answers at night' }, link);
    assert.ok(page.status < 300, page.words);
    await stand.people.settle();
    const [row] = await stand.rows('cases');
    assert.ok(row);
    id = row.id ?? '';
    assert.equal(
      [row.stage, row.reporter, row.pair, row.category, row.words, row.owner],
      ['Reported', pair.mentor.id, pair.id, 'Communication', 'No answers at night', 'Askar Bekov'],
    );
    assert.is(row.nextStep, 'First response due: 3 September 2026, 17:00');
    const receipt = await stand.letter(pair.mentor, /We have your report/);
    assert.match(receipt.subject, new RegExp(id));
    assert.match(receipt.text, /Thursday, 3 September 2026 at 17:00/);
    const opened = await stand.letter(CASE_OFFICER, /a new case/);
    assert.match(opened.text, /Category: Communication/);
    assert.not.match(opened.text, /night|Aigerim|Bolat/);
    assert.is((await stand.subjects(SAULE)).filter((each) => /new case/.test(each)).length, 0);
    assert.is((await stand.letters(pair.mentee)).length, before, 'the partner hears nothing');
  },
);

s(
  'until the first response it is a row of the case officer, who gets it in the daily letter; nobody else does',
  async () => {
    const need = await stand.need(id, /reported issue waits for a first response/);
    assert.equal([need.owner, need.suggested], ['Askar Bekov', 'Done']);
    await stand.to('2026-09-02', '09:01');
    const daily = await stand.letter(CASE_OFFICER, /Needs you: 1 open/);
    assert.match(daily.text, /reported issue waits/);
    assert.not.match((await stand.letter(SAULE, /Needs you/)).text, /reported issue/);
  },
);

s('a late first response is said in the row, and the tick of the case officer closes it', async () => {
  await stand.to('2026-09-03', '17:01');
  assert.match((await stand.need(id, /reported issue/)).why ?? '', /time for a first response has passed/);
  await stand.people.edit('cases', id, { responded: 'TRUE' });
  await stand.people.settle();
  const row = await stand.rowIn('cases', id);
  assert.equal([row.stage, row.systemNote], ['In progress', 'Noted. Write the outcome when there is one.']);
  assert.is(row.nextStep, 'Write the outcome, then choose Close case.');
  assert.equal(await stand.needs(id), []);
});

s('the cell alone decides nothing: it sends a page, and a cell that was cleared takes it back', async () => {
  await stand.people.edit('cases', id, { decision: 'End pair' });
  await stand.people.settle();
  assert.match((await stand.rowIn('cases', id)).systemNote ?? '', /^Not decided yet: each case officer has a letter/);
  assert.is(await stand.stage(pair), 'Active');
  const letter = await stand.letter(CASE_OFFICER, new RegExp(`A decision about case ${id} waits for you`));
  assert.match(letter.text, /"End pair"/);
  assert.not.match(letter.text, /night|Aigerim|Bolat/);
  assert.is((await stand.subjects(SAULE)).filter((each) => /decision about case/.test(each)).length, 0);
  const link = linkIn(letter, /^Decide$/);
  assert.match((await stand.people.open(link)).words, new RegExp(`End pair: case ${id}, by Askar Bekov`));
  assert.is(await stand.stage(pair), 'Active', 'opening the page decides nothing');
  await stand.people.edit('cases', id, { decision: '' });
  await stand.people.settle();
  assert.is((await stand.rowIn('cases', id)).systemNote, 'Taken back; nothing was decided.');
  const page = await stand.people.press(link);
  assert.is(page.status, 409);
  assert.match(page.words, /The cell in the sheet says something else by now/);
  assert.is(await stand.stage(pair), 'Active');
});

s('somebody who is no case officer any more cannot decide with an older letter', async () => {
  const staff = (await stand.rows('staff')).find((row) => row.email === CASE_OFFICER.email);
  await stand.people.edit('cases', id, { decision: 'End pair' });
  await stand.people.settle();
  const letter = await stand.letter(CASE_OFFICER, new RegExp(`A decision about case ${id} waits for you`));
  await stand.people.edit('staff', staff?.id ?? '', { roles: 'Coordinator' });
  await stand.people.settle();
  const page = await stand.people.press(linkIn(letter, /^Decide$/));
  assert.is(page.status, 409);
  assert.match(page.words, /Only a case officer/);
  await stand.people.edit('staff', staff?.id ?? '', { roles: 'Case officer' });
  await stand.people.edit('cases', id, { decision: '' });
  await stand.people.settle();
  assert.is(await stand.stage(pair), 'Active');
});

s('the case officer pauses the pair; both hear only of a pause', async () => {
  const row = await stand.decideCase(id, 'Pause pair');
  assert.equal([row.systemNote, row.decidedBy], ['Passed on to the pair.', 'Askar Bekov']);
  assert.is(await stand.stage(pair), 'Paused');
  assert.not.match((await stand.letter(pair.mentee, /pauses/)).text, /case|issue was|reported/);
  await stand.decide('Resume', pair);
  assert.is(await stand.stage(pair), 'Active');
  // The same again, by the pair's own cell.
  await stand.decide('Pause', pair);
  assert.is(await stand.stage(pair), 'Paused');
});

s('a closed case tells the reporter, and can be opened again', async () => {
  await stand.people.edit('cases', id, { outcome: 'They agreed on hours' });
  const row = await stand.decideCase(id, 'Close case');
  assert.equal([row.stage, row.outcome], ['Closed', 'They agreed on hours']);
  const closed = await stand.letter(pair.mentor, /Your report .* is closed/);
  assert.not.match(closed.text, /agreed on hours/);
  assert.is((await stand.decideCase(id, 'Reopen')).stage, 'In progress');
  const officer = (await stand.rows('staff')).find((each) => each.email === CASE_OFFICER.email)?.id;
  assert.equal((await stand.history(id)).slice(-2), [
    `In progress → Closed by person ${officer}: Closed by the case officer`,
    `Closed → In progress by person ${officer}: Opened again`,
  ]);
});

s('a report without the code of a letter is taken all the same', async () => {
  const page = await stand.people.answer('issue', { code: 'lost', category: 'Other', words: 'I lost my letter' });
  assert.ok(page.status < 300, page.words);
  await stand.people.settle();
  const row = (await stand.rows('cases')).find((each) => each.words === 'I lost my letter');
  assert.equal([row?.stage, row?.reporter, row?.pair], ['Reported', '', '']);
  await stand.letter(CASE_OFFICER, new RegExp(`a new case \\(${row?.id}\\)`));
  await stand.people.edit('cases', row?.id ?? '', { decision: 'End pair' });
  await stand.people.settle();
  assert.is((await stand.rowIn('cases', row?.id ?? '')).systemNote, 'This case names no pair.');
});

s('a page that nobody used in a week expires; the row says how to get another one', async () => {
  await stand.people.edit('cases', id, { decision: 'Close case' });
  await stand.people.settle();
  const link = linkIn(await stand.letter(CASE_OFFICER, new RegExp(`A decision about case ${id}`)), /^Decide$/);
  await stand.people.move({ by: 'P7DT1H' });
  const row = await stand.rowIn('cases', id);
  assert.is(row.stage, 'In progress');
  assert.match(row.systemNote ?? '', /^Nobody decided on the page in time/);
  const page = await stand.people.open(link);
  assert.is(page.status, 410);
  assert.match(page.words, /Choose the decision in the sheet again/);
});

s.run();
