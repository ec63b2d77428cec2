import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { letterTo, linkIn, rowOf } from '../support/programme.ts';
import {
  ALUMNI,
  apply,
  cameTo,
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
  rowBy,
  set,
  subjects,
  to,
} from './people.ts';

const s = suite('season');
const p = programmeOf(s);
const { student } = p;
const mentors: string[] = [];
const season = async (name = '2026-autumn') => rowOf(p.people, 'seasons', { name });
const decide = async (decision: string) => {
  await p.people.edit('seasons', (await season()).id ?? '', { decision });
  await p.people.settle();
  return season();
};
const rank = async (name: string, ...ids: string[]) => {
  const link = linkIn(await letterTo(p.people, email(name), /choose your mentors/i), /catalogue/i);
  const page = await p.people.press(link, { first: ids[0] ?? '', second: ids[1] ?? '' });
  assert.ok(page.status < 300, page.words);
  await p.people.settle();
};
const pairOf = async (name: string, stage: string) =>
  rowOf(p.people, 'matches', { mentee: (await student(name)).id ?? '', stage });

s('waits for its three days, then opens applications on the first', async () => {
  const { people } = p;
  await people.add('seasons', { name: '2027-spring' });
  await people.settle();
  const typed = await season('2027-spring');
  assert.is(typed.stage, '');
  assert.match(typed.systemNote ?? '', /Applications open, Applications close, Season ends/);
  await people.edit('seasons', typed.id ?? '', { opensOn: '2027-02-01', closesOn: '2027-02-12', endsOn: '2027-06-30' });
  await people.settle();
  const planned = await season('2027-spring');
  assert.is(planned.stage, 'Planned');
  assert.match(planned.nextStep ?? '', /Applications open: 1 February 2027, 09:00/);
  assert.is((await season()).stage, 'Applications');
});

s('takes other days while it is only planned', async () => {
  const { people } = p;
  await people.edit('seasons', (await season('2027-spring')).id ?? '', { opensOn: '2027-02-08' });
  await people.settle();
  const row = await season('2027-spring');
  assert.match(row.nextStep ?? '', /8 February 2027/);
  assert.match(row.systemNote ?? '', /from 8 February 2027 to 12 February 2027/);
});

s('puts applicants into the season that takes applications', async () => {
  const { people } = p;
  for (const n of [0, 1] as const) mentors.push((await eligible(people, 'mentor', mentor(ALUMNI[n]))).id ?? '');
  await eligible(people, 'mentee', mentee('First Student'));
  // Less in common with the mentors, so that the first comes first with the mentor both want.
  const other = { field: 'Law', topics: ['Continuing education'] };
  for (const name of ['Second', 'Third']) await eligible(people, 'mentee', mentee(`${name} Student`, other));
  assert.is((await student('First')).season, '2026-autumn');
  assert.match((await season()).numbers ?? '', /Mentors \d+, mentees \d+/);
});

s('says what an edit of the season will send, and stops when the cell is cleared', async () => {
  const { people } = p;
  await to(people, '2026-09-01', '10:05');
  const noted = await decide('Open choice round now');
  assert.is(noted.systemNote, '3 letters at 1 September 2026, 10:07; clear the cell to stop.');
  assert.is((await decide('')).systemNote, 'Stopped; nothing was sent.');
  await to(people, '2026-09-01', '10:20');
  assert.is((await season()).stage, 'Applications');
  assert.is((await student('First')).stage, 'Eligible');
});

s('waits ten minutes when many would be written to', async () => {
  const { people } = p;
  await set(people, 'graceMany', '2');
  assert.match((await decide('Open choice round now')).systemNote ?? '', /^3 letters at 1 September 2026, 10:30;/);
  await to(people, '2026-09-01', '10:29');
  assert.is((await season()).stage, 'Applications');
  await to(people, '2026-09-01', '10:30');
  assert.is((await season()).stage, 'Choice round');
  assert.is((await season()).systemNote, 'Done: Open choice round now.');
  await set(people, 'graceMany', '');
  await to(people, '2026-09-02', '10:05');
  assert.match((await letterTo(people, email('First'), /choose your mentors/i)).subject, /^10 September, 17:00: /);
});

s('tells everybody who chooses when a longer round moves the close, and takes rankings until then', async () => {
  const { people } = p;
  const since = await lastLetter(people);
  await set(people, 'choiceRound', '10');
  // Ten days from 1 September is the 11th, so Saturday the 12th, so Monday.
  assert.match((await season()).nextStep ?? '', /Choice round closes: 14 September 2026, 17:00/);
  await to(people, '2026-09-03', '10:05');
  assert.match((await subjects(people, email('First'), since)).join(), /14 September, 17:00: /);
  await to(people, '2026-09-11', '12:00');
  await rank('First', mentors[0] ?? '', mentors[1] ?? '');
  await rank('Second', mentors[0] ?? '');
  await rank('Third', mentors[1] ?? '');
  assert.is((await student('First')).stage, 'Choosing');
});

s('runs the matching when staff say so, and proposes no place twice', async () => {
  const { people } = p;
  await decide('Run matching now');
  await to(people, '2026-09-11', '12:03');
  assert.is((await season()).stage, 'Running');
  const pairs = await people.rows('matches');
  assert.is(pairs.length, 2);
  assert.is(new Set(pairs.map((pair) => pair.mentor)).size, 2);
  for (const pair of pairs) assert.is(pair.stage, 'Proposed');
});

s('approves all proposals at once, and mentees hear nothing until a mentor has accepted', async () => {
  const { people } = p;
  const since = await lastLetter(people);
  const noted = await decide('Approve all proposals');
  assert.match(noted.systemNote ?? '', /^2 letters at /);
  await people.move({ by: 'PT3M' });
  assert.equal(
    (await people.rows('matches')).map((pair) => pair.stage),
    ['Asking mentor', 'Asking mentor'],
  );
  assert.equal(await subjects(people, email('Third'), since), []);
  for (const n of [0, 1] as const) assert.is((await rowBy(people, 'mentors', graduate(n))).stage, 'Matched');
});

s('asks nobody further when choices are exhausted: the mentee waits, with the reason', async () => {
  const { people } = p;
  const pair = await pairOf('Third', 'Asking mentor');
  assert.is(pair.mentor, mentors[1]);
  await press(people, graduate(1), /would like you/i, /^decline$/i);
  assert.ok(await letterTo(people, email('Third'), /no place/i));
  await to(people, '2026-09-14', '10:05');
  assert.is((await student('Third')).stage, 'Waiting');
  assert.match((await letterTo(people, email('Third'), /no match this time/i)).text, /could take another mentee/);
});

s('asks the next choice without another approval when a mentor declines', async () => {
  const { people } = p;
  const free = (await rowBy(people, 'mentors', graduate(1))).places;
  assert.is(free, '0 of 1');
  const pair = await pairOf('First', 'Asking mentor');
  assert.is(pair.mentor, mentors[0]);
  await press(people, graduate(0), /would like you/i, /^decline$/i);
  await people.settle();
  assert.is((await pairOf('First', 'Declined')).id, pair.id);
  assert.is((await pairOf('First', 'Asking mentor')).mentor, mentors[1]);
  assert.ok(await letterTo(people, graduate(1), /would like you/i));
});

s('frees the place when staff reject a proposal', async () => {
  const { people } = p;
  const row = await eligible(people, 'mentee', mentee('Fourth Student'));
  await people.add('matches', { mentee: row.id ?? '', mentor: mentors[0] ?? '' });
  await people.settle();
  const typed = await pairOf('Fourth', 'Proposed');
  await people.edit('matches', typed.id ?? '', { decision: 'Reject' });
  await people.settle();
  await people.move({ by: 'PT3M' });
  assert.is((await rowOf(people, 'matches', { id: typed.id ?? '' })).stage, 'Rejected');
  assert.is((await rowBy(people, 'mentors', graduate(0))).places, '0 of 1');
});

s('keeps the name in its rows when staff rename it', async () => {
  const { people } = p;
  const { id = '' } = await season();
  await people.edit('seasons', id, { name: 'Autumn intake' });
  await people.settle();
  assert.match((await rowOf(people, 'seasons', { id })).systemNote ?? '', /keep the name 2026-autumn/);
  await people.edit('seasons', id, { name: '2026-autumn' });
  await people.settle();
});

s('moves its end when staff type another one', async () => {
  const { people } = p;
  await people.edit('seasons', (await season()).id ?? '', { endsOn: '2026-10-30' });
  await people.settle();
  await to(people, '2026-10-31', '12:05');
  assert.ok((await historyOf(people, (await season()).id ?? '')).includes('No more pairs start in this season'));
});

s('writes once to whoever waits when the season is over, and closes after the last pair', async () => {
  const { people } = p;
  await to(people, '2026-11-02', '10:05');
  const waiting = (await people.rows('mentees')).filter((row) => row.stage === 'Waiting');
  assert.ok(waiting.length > 0);
  for (const row of waiting) assert.is(await countOf(people, row.email ?? '', /season is over/i), 1, row.email);
  assert.is((await season()).stage, 'Closed');
  const since = await lastLetter(people);
  await to(people, '2026-11-20', '10:05');
  for (const row of waiting) assert.equal(await subjects(people, row.email ?? '', since), []);
});

s('takes an applicant who comes before the next season opens, and counts them to it', async () => {
  const { people } = p;
  const row = await apply(people, 'mentee', mentee('Early Student'));
  assert.is(row.season, '2027-spring');
  await cameTo(people, row.id ?? '');
  assert.is((await student('Early')).stage, 'Eligible');
});

s('takes somebody who waited into the next season with one form, without another training', async () => {
  const { people } = p;
  await to(people, '2027-02-08', '10:05');
  const link = linkIn(await letterTo(people, email('Third'), /season is over/i), /come back/i);
  assert.is((await people.answer('mentee', {}, link)).status, 200);
  await people.settle();
  const row = await student('Third');
  assert.is(row.season, '2027-spring');
  assert.is(row.stage, 'Eligible');
  await to(people, '2027-02-15', '10:05');
  assert.is((await student('Third')).stage, 'Choosing');
});

s.run();
