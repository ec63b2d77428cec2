import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { letterTo, linkIn, rowOf } from '../support/programme.ts';
import {
  ALUMNI,
  altered,
  apply,
  asked,
  countOf,
  eligible,
  studentEmail as email,
  graduateEmail as graduate,
  historyOf,
  lastLetter,
  mentee,
  mentor,
  press,
  programmeOf,
  set,
  subjects,
  to,
} from './people.ts';

const s = suite('leaving');
const p = programmeOf(s);
const { student, graduate: mentorRow } = p;
const decide = async (tab: 'mentors' | 'mentees', id: string | undefined, decision: string) => {
  await p.people.edit(tab, id ?? '', { decision });
  await p.people.settle();
  return rowOf(p.people, tab, { id: id ?? '' });
};

s('lets an applicant leave by the first letter, frees the place booked and stops all letters', async () => {
  const { people } = p;
  const row = await apply(people, 'mentee', mentee('Leaver Student'));
  await to(people, '2026-09-01', '10:05');
  await press(people, email('Leaver'), /choose your training/i, /book/i);
  const page = await press(people, email('Leaver'), /we have your application/i, /changed my mind/i);
  assert.match(page.words, /come back at any time/i);
  assert.is((await student('Leaver')).stage, 'Withdrawn');
  assert.equal(
    (await people.rows('attendance')).map((each) => each.state),
    ['cancelled'],
  );
  assert.match((await letterTo(people, email('Leaver'), /your participation/i)).text, /You have left the programme/);
  const since = await lastLetter(people);
  await to(people, '2026-09-07', '10:05');
  assert.equal(await subjects(people, email('Leaver'), since), []);
  assert.ok((await historyOf(people, row.id ?? '')).includes('Training → Withdrawn'));
});

s('says that it was done already when the link is pressed again', async () => {
  const page = await press(p.people, email('Leaver'), /we have your application/i, /changed my mind/i);
  assert.match(page.words, /done already/);
  assert.is(await countOf(p.people, email('Leaver'), /your participation/i), 1);
});

s('does not send what waited for the morning to somebody who left before it', async () => {
  const { people } = p;
  await apply(people, 'mentee', mentee('Quick Student'));
  await press(people, email('Quick'), /we have your application/i, /changed my mind/i);
  await to(people, '2026-09-08', '10:05');
  assert.is(await countOf(people, email('Quick'), /training/i), 0);
});

s('takes somebody who left back by the form, with a new invitation', async () => {
  const { people } = p;
  const link = linkIn(await letterTo(people, email('Leaver'), /your participation/i), /come back/i);
  assert.is((await people.answer('mentee', {}, link)).status, 200);
  await people.settle();
  assert.is((await student('Leaver')).stage, 'Training');
  assert.ok(await letterTo(people, email('Leaver'), /welcome back/i));
  await to(people, '2026-09-09', '10:05');
  assert.is(await countOf(people, email('Leaver'), /choose your training/i), 2);
});

s('pauses a mentor by link: not shown, nothing asked, one press and back without another training', async () => {
  const { people } = p;
  const row = await eligible(people, 'mentor', mentor(ALUMNI[0], { capacity: '3' }));
  await to(people, '2026-09-10', '10:05');
  const page = await press(people, graduate(0), /ready to be a mentor/i, /pause for now/i);
  assert.ok(page.status < 300, page.words);
  assert.is((await mentorRow(0)).stage, 'Paused');
  assert.match((await letterTo(people, graduate(0), /participation is paused/i)).text, /may do so at any time/);
  const back = await press(people, graduate(0), /participation is paused/i, /i go on/i);
  assert.match(back.words, /Welcome back/);
  assert.is((await mentorRow(0)).stage, 'Eligible');
  const history = await historyOf(people, row.id ?? '');
  assert.equal(history.slice(-3), ['Eligible → Paused', 'Paused → Applied', 'Applied → Eligible']);
});

s('answers a staff edit in its row at once and acts after two minutes', async () => {
  const { people } = p;
  const { id } = await mentorRow(0);
  const noted = await decide('mentors', id, 'Pause');
  assert.is(noted.systemNote, '1 letter at 10 September 2026, 10:07; clear the cell to stop.');
  assert.is(noted.stage, 'Eligible');
  await to(people, '2026-09-10', '10:06');
  assert.is((await mentorRow(0)).stage, 'Eligible');
  await to(people, '2026-09-10', '10:07');
  assert.is((await mentorRow(0)).stage, 'Paused');
  assert.is((await mentorRow(0)).systemNote, 'Done: Pause.');
  assert.is(await countOf(people, graduate(0), /participation is paused/i), 2);
});

s('resumes by a staff edit', async () => {
  const { people } = p;
  const { id } = await mentorRow(0);
  await decide('mentors', id, 'Resume');
  await to(people, '2026-09-10', '10:10');
  assert.is((await mentorRow(0)).stage, 'Eligible');
  assert.is(await countOf(people, graduate(0), /welcome back/i), 2);
});

s('stops what a staff edit began when the cell is cleared', async () => {
  const { people } = p;
  const { id } = await mentorRow(0);
  await decide('mentors', id, 'Withdraw');
  const cleared = await decide('mentors', id, '');
  assert.is(cleared.systemNote, 'Stopped; nothing was sent.');
  await to(people, '2026-09-10', '10:30');
  assert.is((await mentorRow(0)).stage, 'Eligible');
  assert.is(await countOf(people, graduate(0), /your participation: /i), 0);
});

s('takes the last decision when staff change it within the two minutes', async () => {
  const { people } = p;
  const row = await apply(people, 'mentee', mentee('Changed Student'));
  await decide('mentees', row.id, 'Pause');
  await decide('mentees', row.id, 'Decline');
  await to(people, '2026-09-10', '10:35');
  assert.is((await student('Changed')).stage, 'Declined');
  assert.is(await countOf(people, email('Changed'), /paused/i), 0);
  assert.match((await letterTo(people, email('Changed'), /your participation/i)).text, /could not be accepted/);
});

s('waits ten minutes when an edit would send many letters', async () => {
  const { people } = p;
  await set(people, 'graceMany', '0');
  const row = await apply(people, 'mentee', mentee('Many Student'));
  const noted = await decide('mentees', row.id, 'Withdraw');
  assert.is(noted.systemNote, '1 letter at 10 September 2026, 10:45; clear the cell to stop.');
  await to(people, '2026-09-10', '10:44');
  assert.is((await student('Many')).stage, 'Training');
  await to(people, '2026-09-10', '10:45');
  assert.is((await student('Many')).stage, 'Withdrawn');
  await set(people, 'graceMany', '');
});

s('counts the letters to partners too, withdraws the open request and tells the mentee in neutral words', async () => {
  const { people } = p;
  const row = await eligible(people, 'mentee', mentee('Asked Student'));
  const pair = await asked(people, { mentee: row, mentor: await mentorRow(0) });
  assert.is((await student('Asked')).stage, 'Matched');
  assert.is((await mentorRow(0)).places, '1 of 3');
  const noted = await decide('mentors', pair.mentor, 'Pause');
  assert.match(noted.systemNote ?? '', /^3 letters at /, noted.systemNote);
  const since = await lastLetter(people);
  await people.move({ by: 'PT3M' });
  assert.is((await rowOf(people, 'matches', { id: pair.id ?? '' })).stage, 'Declined');
  assert.is((await mentorRow(0)).places, '0 of 3');
  assert.is((await student('Asked')).stage, 'Waiting');
  await to(people, '2026-09-11', '10:05');
  const letters = await people.letters(email('Asked'), since);
  assert.is(letters.length, 1);
  assert.match(letters[0]?.text ?? '', /No match in this round/);
  assert.not.match(letters[0]?.text ?? '', /Aigerim|paused/i);
  await decide('mentors', pair.mentor, 'Resume');
  await people.move({ by: 'PT3M' });
});

s('lowers a capacity without ending anything, and gives no new place', async () => {
  const { people } = p;
  const one = await asked(people, { mentee: await student('Asked'), mentor: await mentorRow(0) });
  await people.edit('mentors', one.mentor ?? '', { capacity: '1' });
  await people.settle();
  assert.is((await mentorRow(0)).places, '1 of 1');
  assert.is((await rowOf(people, 'matches', { id: one.id ?? '' })).stage, 'Asking mentor');
  const other = await eligible(people, 'mentee', mentee('Second Student'));
  await people.add('matches', { mentee: other.id ?? '', mentor: one.mentor ?? '' });
  await people.settle();
  const typed = await rowOf(people, 'matches', { mentee: other.id ?? '' });
  await people.edit('matches', typed.id ?? '', { decision: 'Approve' });
  await people.settle();
  await people.move({ by: 'PT3M' });
  const refused = await rowOf(people, 'matches', { id: typed.id ?? '' });
  assert.is(refused.stage, 'Proposed');
  assert.match(refused.systemNote ?? '', /mentor has no free place/);
  assert.is((await student('Second')).stage, 'Eligible');
  await people.edit('mentors', one.mentor ?? '', { capacity: '3' });
  await people.edit('matches', typed.id ?? '', { decision: '' });
  await people.settle();
  assert.is((await mentorRow(0)).places, '1 of 3');
});

s('pauses a mentor who is silent to two requests in a row, asks them, and frees whoever still waits', async () => {
  const { people } = p;
  const second = (await people.rows('matches')).find((row) => row.stage === 'Proposed');
  await people.edit('matches', second?.id ?? '', { decision: 'Approve' });
  await people.settle();
  await people.move({ by: 'PT3M' });
  await press(people, email('Second'), /would this mentor suit you/i, /yes, please ask/i);
  // Five working days from Friday 11 September end on Friday; the day after it is a Saturday, so Monday at five.
  await to(people, '2026-09-18', '10:05');
  const third = await eligible(people, 'mentee', mentee('Third Student'));
  const waiting = await asked(people, { mentee: third, mentor: await mentorRow(0) });
  await to(people, '2026-09-21', '16:59');
  assert.is((await mentorRow(0)).stage, 'Matched');
  await to(people, '2026-09-21', '17:00');
  const row = await mentorRow(0);
  assert.is(row.stage, 'Paused');
  assert.is((await rowOf(people, 'matches', { id: waiting.id ?? '' })).stage, 'Declined');
  assert.is((await student('Third')).stage, 'Waiting');
  assert.is(row.places, '0 of 3');
  await to(people, '2026-09-22', '10:05');
  const letter = await letterTo(people, graduate(0), /shall we pause/i);
  assert.match(letter.text, /2 requests in a row stayed without an answer/);
  const page = await press(people, graduate(0), /shall we pause/i, /i go on/i);
  assert.match(page.words, /Welcome back/);
  assert.is((await mentorRow(0)).stage, 'Eligible');
});

s('counts silence anew after an answer', async () => {
  const { people } = p;
  await asked(people, { mentee: await student('Third'), mentor: await mentorRow(0) });
  await to(people, '2026-09-30', '17:00');
  assert.is((await mentorRow(0)).stage, 'Eligible');
  await asked(people, { mentee: await student('Second'), mentor: await mentorRow(0) });
  assert.is((await press(people, graduate(0), /./, /^decline$/i)).status, 200);
  await asked(people, { mentee: await student('Asked'), mentor: await mentorRow(0) });
  await to(people, '2026-10-08', '17:00');
  assert.is((await mentorRow(0)).stage, 'Eligible');
});

s('offers a fresh link in place of an expired one, sent to the address on file', async () => {
  const { people } = p;
  await to(people, '2026-12-01');
  const old = linkIn(await letterTo(people, graduate(0), /ready to be a mentor/i), /changed my mind/i);
  const expired = await people.open(old);
  assert.is(expired.status, 410);
  assert.match(expired.words, /This link has expired/);
  const page = await people.press(old);
  assert.is(page.status, 202);
  await people.settle();
  assert.is((await mentorRow(0)).stage, 'Eligible');
  const fresh = await press(people, graduate(0), /your fresh link/i, /open the page/i);
  assert.is(fresh.status, 200);
  assert.is((await mentorRow(0)).stage, 'Withdrawn');
});

s('does nothing behind a link that was altered', async () => {
  const { people } = p;
  const link = linkIn(await letterTo(people, email('Second'), /ready to choose/i), /changed my mind/i);
  const page = await people.open(altered(link));
  assert.is(page.status, 403);
  assert.match(page.words, /not valid/);
  const cut = await people.open(link.slice(0, -20));
  assert.ok(cut.status >= 400 && cut.status < 500);
});

s.run();
