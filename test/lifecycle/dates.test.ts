import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { letterTo, type Programme, startProgramme } from '../support/programme.ts';
import { apply, countOf, mentee, rowBy, set, to } from './people.ts';

/** Deadlines of people: holidays, and settings that staff change while somebody waits. */
const s = suite('dates');
let p: Programme;
const MISSING = /answers are missing/i;
const email = (name: string) => `${name.toLowerCase()}.student@nu.edu.kz`;
const student = (name: string) => rowBy(p.people, 'mentees', email(name));
const incomplete = (name: string) => apply(p.people, 'mentee', mentee(`${name} Student`, { consentStorage: 'No' }));

s.before(async () => {
  // Friday, so that the thirty-first day on is the first day of Nauryz.
  p = await startProgramme({ now: '2027-02-19T04:00:00Z' });
});
s.after(() => p.close());

s('moves a deadline that falls on Nauryz behind the holidays', async () => {
  const { people } = p;
  await incomplete('Nauryz');
  await to(people, '2027-02-19', '10:05');
  assert.match((await letterTo(people, email('Nauryz'), MISSING)).text, /lapses on Thursday, 25 March 2027/);
  await to(people, '2027-03-24', '18:00');
  assert.is((await student('Nauryz')).stage, 'Incomplete');
  await to(people, '2027-03-25', '17:00');
  assert.is((await student('Nauryz')).stage, 'Lapsed');
});

s('sends no letter of the day on a holiday', async () => {
  const { people } = p;
  await to(people, '2027-05-02', '12:00');
  await incomplete('Maytime');
  // 3 May is a day off for Unity Day.
  await to(people, '2027-05-03', '12:00');
  assert.is(await countOf(people, email('Maytime'), MISSING), 0);
  await to(people, '2027-05-04', '10:00');
  assert.is(await countOf(people, email('Maytime'), MISSING), 1);
});

s('moves a deadline when staff type a holiday into the calendar', async () => {
  const { people } = p;
  // 30 days from Sunday 2 May is 1 June, so Wednesday 2 June at five.
  assert.match((await student('Maytime')).systemNote ?? '', /Lapses 2 June 2027, 17:00/);
  await people.add('holidays', { date: '2027-06-02', kind: 'Day off', name: 'A new holiday', source: 'Decree' });
  await people.settle();
  await to(people, '2027-06-02', '17:30');
  assert.is((await student('Maytime')).stage, 'Incomplete');
  await to(people, '2027-06-03', '17:00');
  assert.is((await student('Maytime')).stage, 'Lapsed');
});

s('ends nothing within two days when a setting is shortened, and tells the new date', async () => {
  const { people } = p;
  await to(people, '2027-06-07', '09:00');
  await incomplete('Shortened');
  await to(people, '2027-06-21', '12:00');
  const before = await countOf(people, email('Shortened'), MISSING);
  const row = await set(people, 'incompleteLapse', '5');
  assert.match(row.systemNote ?? '', /Taken/);
  assert.match((await student('Shortened')).nextStep ?? '', /Lapses: 23 June 2027, 12:00/);
  await to(people, '2027-06-22', '10:05');
  assert.is(await countOf(people, email('Shortened'), MISSING), before + 1);
  assert.match((await letterTo(people, email('Shortened'), MISSING)).text, /lapses on Wednesday, 23 June 2027/);
  await to(people, '2027-06-23', '11:59');
  assert.is((await student('Shortened')).stage, 'Incomplete');
  await to(people, '2027-06-23', '12:00');
  assert.is((await student('Shortened')).stage, 'Lapsed');
});

s('gives more time at once when a setting is lengthened', async () => {
  const { people } = p;
  await incomplete('Longer');
  // Five days from Wednesday 23 June is Monday 28 June, so Tuesday at five.
  assert.match((await student('Longer')).systemNote ?? '', /Lapses 29 June 2027, 17:00/);
  await set(people, 'incompleteLapse', '12');
  await to(people, '2027-06-30');
  assert.is((await student('Longer')).stage, 'Incomplete');
  // The twelfth day is Monday 5 July; 6 July is Capital Day.
  await to(people, '2027-07-07', '17:00');
  assert.is((await student('Longer')).stage, 'Lapsed');
});

s('answers nonsense in a setting in its row, and keeps the default', async () => {
  const { people } = p;
  for (const [typed, problem] of [
    ['soon', /"soon" is not a number\. The default holds\./],
    ['-3', /"-3" is below 0\. The default holds\./],
    ['4000', /"4000" is above 365\. The default holds\./],
  ] as const)
    assert.match((await set(people, 'incompleteLapse', typed)).systemNote ?? '', problem);
  await incomplete('Nonsense');
  // Thirty days from Wednesday 7 July is Friday 6 August; the day after it a Saturday.
  assert.match((await student('Nonsense')).systemNote ?? '', /Lapses 9 August 2027, 17:00/);
});

s('ends deadline days at the time of day in Settings', async () => {
  const { people } = p;
  await set(people, 'deadlineTime', '18:30');
  await to(people, '2027-08-09', '18:29');
  assert.is((await student('Nonsense')).stage, 'Incomplete');
  await to(people, '2027-08-09', '18:30');
  assert.is((await student('Nonsense')).stage, 'Lapsed');
});

s('stops at the end of the confirmed calendar, asks staff, and goes on when they complete it', async () => {
  const { people } = p;
  await set(people, 'calendarConfirmedUntil', '2027-08-20');
  await people.answer('mentee', mentee('Beyond Student', { consentStorage: 'No' }));
  await people.settle();
  const need = (await people.rows('needs')).find(
    (row) => row.cause?.startsWith('beyond-calendar') && row.state === 'Open',
  );
  assert.match(need?.why ?? '', /calendarConfirmedUntil/);
  await set(people, 'calendarConfirmedUntil', '2027-12-31');
  const row = await student('Beyond');
  assert.is(row.stage, 'Incomplete');
  assert.match(row.systemNote ?? '', /Lapses/);
});

s.run();
