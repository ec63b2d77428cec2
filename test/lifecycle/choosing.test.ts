import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { letterTo, linkIn, rowOf } from '../support/programme.ts';
import {
  ALUMNI,
  altered,
  apply,
  cameTo,
  countOf,
  eligible,
  studentEmail as email,
  historyOf,
  lastLetter,
  mentee,
  mentor,
  press,
  programmeOf,
  rowBy,
  subjects,
  to,
} from './people.ts';

const s = suite('choosing');
const CHOOSE = /: choose your mentors/i;
const REMINDER = /your choice of mentors is missing/i;
const mentors: string[] = [];
const catalogue = async (name: string, subject = CHOOSE) =>
  linkIn(await letterTo(p.people, email(name), subject), /catalogue/i);
const season = async () => (await p.people.rows('seasons'))[0] ?? {};

const p = programmeOf(s, async (people) => {
  const offers = [
    mentor(ALUMNI[0], { capacity: '2', phone: '+7 701 000 00 01' }),
    mentor(ALUMNI[1], { employer: '', about: '', topics: ['Continuing education'], languages: ['Russian', 'English'] }),
    mentor(ALUMNI[2], { capacity: '1' }),
  ];
  for (const each of offers) mentors.push((await eligible(people, 'mentor', each)).id ?? '');
  // In training only: must not be shown.
  mentors.push((await apply(people, 'mentor', mentor(ALUMNI[3]))).id ?? '');
  for (const name of ['Page', 'Form', 'Silent', 'Full'])
    await eligible(people, 'mentee', mentee(`${name} Student`, name === 'Full' ? { languages: ['English'] } : {}));
  await apply(people, 'mentee', mentee('Later Student'));
});
const { student } = p;

s('tells who is eligible, until when training counts, and shows the places of a mentor', async () => {
  const { people } = p;
  await to(people, '2026-09-01', '10:05');
  const letter = await letterTo(people, 'aigerim.sadykova@alumni.example', /ready to be a mentor/i);
  assert.match(letter.text, /2027/);
  assert.match(letter.text, /places for 2 mentees/);
  assert.match((await letterTo(people, email('Page'), /ready to choose/i)).text, /choice round/i);
  const row = await rowOf(people, 'mentors', { id: mentors[0] ?? '' });
  assert.is(row.stage, 'Eligible');
  assert.is(row.places, '0 of 2');
});

s('opens the round on the day after applications close, with a letter to every eligible mentee', async () => {
  const { people } = p;
  assert.match((await season()).nextStep ?? '', /Choice round opens: 16 September 2026, 09:00/);
  await to(people, '2026-09-16', '08:59');
  assert.is((await student('Page')).stage, 'Eligible');
  await to(people, '2026-09-16', '10:05');
  assert.is((await season()).stage, 'Choice round');
  for (const name of ['Page', 'Form', 'Silent', 'Full']) {
    assert.is((await student(name)).stage, 'Choosing');
    // Eight days on is 24 September, the day after it a Friday.
    const letter = await letterTo(people, email(name), CHOOSE);
    assert.match(letter.subject, /^25 September, 17:00: /);
    assert.match(letter.text, /3 mentors have room at the moment/);
    assert.match(letter.text, /up to 3/);
  }
  assert.is((await student('Later')).stage, 'Training');
  assert.is(await countOf(people, email('Later'), CHOOSE), 0);
});

s('shows in the catalogue what mentors agreed to show, with free places and no contact data', async () => {
  const page = await p.people.open(await catalogue('Page'));
  assert.ok(page.status < 300, page.words);
  assert.match(page.words, /Aigerim Sadykova/);
  assert.match(page.words, /Bachelor.+s, 2016/);
  assert.match(page.words, /Steppe Robotics/);
  assert.match(page.words, /2 free places/);
  assert.match(page.words, /3 of 3 mentors/);
  assert.not.match(page.html, /Timur Akhmetov/);
  assert.not.match(page.html, /alumni\.example|\+7 701/);
});

s('filters the catalogue by topic, language and words', async () => {
  const link = await catalogue('Page');
  const filtered = async (query: string) => (await p.people.open(`${link}?${query}`)).words;
  assert.match(await filtered('topic=Continuing+education'), /1 of 3 mentors/);
  assert.match(await filtered('language=Kazakh'), /2 of 3 mentors/);
  assert.match(await filtered('search=steppe'), /2 of 3 mentors/);
  assert.match(await filtered('topic=Networking&language=Russian'), /0 of 3 mentors/);
});

s('does not show a mentor who took the consent back, and asks about it', async () => {
  const { people } = p;
  const back = 'madina.zhunusova@alumni.example';
  const link = linkIn(await letterTo(people, back, /ready to be a mentor/i), /pause for now/i);
  assert.is((await people.press(link)).status, 200);
  await people.settle();
  await press(people, back, /participation is paused/i, /i go on/i);
  assert.is((await rowBy(people, 'mentors', back)).stage, 'Eligible');
  await people.edit('mentors', mentors[2] ?? '', { consentProfile: 'No' });
  await people.settle();
  const page = await people.open(await catalogue('Page'));
  assert.not.match(page.html, /Madina/);
  await people.edit('mentors', mentors[2] ?? '', { consentProfile: 'Yes' });
  await people.settle();
  assert.match((await people.open(await catalogue('Page'))).html, /Madina/);
});

s('keeps a ranking by page, with the names in Choices, and lets it be changed until the close', async () => {
  const { people } = p;
  const link = await catalogue('Page');
  const first = await people.press(link, { first: mentors[1] ?? '' });
  assert.match(first.words, /You may change it until the round closes/);
  await people.settle();
  const second = await people.press(link, { first: mentors[0] ?? '', second: mentors[1] ?? '' });
  assert.is(second.status, 200);
  await people.settle();
  const row = await rowOf(people, 'choices', { mentee: (await student('Page')).id ?? '' });
  assert.is(row.ranking, `${mentors[0]}, ${mentors[1]}`);
  assert.is(row.names, 'Aigerim Sadykova, Daniyar Omarov');
  assert.is((await student('Page')).choices, `${mentors[0]}, ${mentors[1]}`);
  // The page shows what was ranked.
  assert.match((await people.open(link)).html, new RegExp(`value="${mentors[0]}" selected`));
});

s('refuses a ranking with the same mentor twice, or nobody, and keeps the one before', async () => {
  const { people } = p;
  const link = await catalogue('Page');
  const twice = await people.press(link, { first: mentors[0] ?? '', second: mentors[0] ?? '' });
  assert.is(twice.status, 400);
  assert.match(twice.words, /each one only once/);
  const nobody = await people.press(link, { first: '', second: '' });
  assert.is(nobody.status, 400);
  await people.settle();
  assert.is((await student('Page')).choices, `${mentors[0]}, ${mentors[1]}`);
});

s('keeps a ranking by the form, however the IDs are typed', async () => {
  const { people } = p;
  const answered = await people.answer(
    'choices',
    { first: ` ${mentors[0]?.toLowerCase()} `, second: mentors[2] ?? '' },
    await form('Form'),
  );
  assert.is(answered.status, 200, answered.words);
  await people.settle();
  assert.is((await student('Form')).choices, `${mentors[0]}, ${mentors[2]}`);
});

s('answers a ranking by form that names nobody, by letter, and keeps the one before', async () => {
  const { people } = p;
  await people.answer('choices', { first: 'MR-0000-0000' }, await form('Form'));
  await people.settle();
  const letter = await letterTo(people, email('Form'), /ranking could not be taken/i);
  assert.match(letter.text, /not that of a mentor/);
  assert.is((await student('Form')).choices, `${mentors[0]}, ${mentors[2]}`);
});

s('takes nothing from a link that was altered', async () => {
  const link = await catalogue('Full');
  const page = await p.people.open(altered(link));
  assert.is(page.status, 403);
  assert.match(page.words, /not valid/);
});

s('reminds after three and six days, only who has not chosen', async () => {
  const { people } = p;
  await people.press(await catalogue('Full'), { first: mentors[2] ?? '' });
  await people.settle();
  // Day 3 is Saturday 19 September, so Monday; day 6 is Tuesday.
  const days: string[] = [];
  for (const day of ['2026-09-18', '2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24']) {
    const before = await countOf(people, email('Silent'), REMINDER);
    await to(people, day, '10:05');
    if ((await countOf(people, email('Silent'), REMINDER)) > before) days.push(day);
  }
  assert.equal(days, ['2026-09-21', '2026-09-22']);
  for (const name of ['Page', 'Form', 'Full']) assert.is(await countOf(people, email(name), REMINDER), 0, name);
});

s('leaves whoever became eligible on the last day to the next round, without blame', async () => {
  const { people } = p;
  await cameTo(people, (await student('Later')).id ?? '');
  assert.is((await student('Later')).stage, 'Eligible');
});

s('closes at five and proposes pairs, none for more places than there are', async () => {
  const { people } = p;
  await to(people, '2026-09-25', '16:59');
  assert.is((await season()).stage, 'Choice round');
  await to(people, '2026-09-25', '17:00');
  assert.is((await season()).stage, 'Running');
  const pairs = await people.rows('matches');
  assert.equal(
    pairs.map((pair) => pair.stage),
    ['Proposed', 'Proposed', 'Proposed'],
  );
  const of = (id?: string) => pairs.filter((pair) => pair.mentor === id).length;
  assert.is(of(mentors[0]), 2);
  assert.is(of(mentors[2]), 1);
  for (const pair of pairs) assert.match(pair.why ?? '', /Job search|Robotics|English/i);
  assert.is((await rowOf(people, 'mentors', { id: mentors[0] ?? '' })).places, '2 of 2');
});

s('lets whoever ranked nobody wait, with the reason, suggestions and the next date', async () => {
  const { people } = p;
  const row = await student('Silent');
  assert.is(row.stage, 'Waiting');
  await to(people, '2026-09-28', '10:05');
  const letter = await letterTo(people, email('Silent'), /no match this time/i);
  assert.match(letter.text, /You did not rank any mentor/);
  assert.match(letter.text, /Daniyar Omarov/);
  assert.ok((await historyOf(people, row.id ?? '')).includes('Choosing → Waiting'));
  assert.is((await student('Later')).stage, 'Eligible');
  assert.is(await countOf(people, email('Later'), /no match/i), 0);
});

s('refuses a late press politely, by page and by form, and changes nothing', async () => {
  const { people } = p;
  const expired = await people.open(await catalogue('Silent'));
  assert.is(expired.status, 410);
  assert.match(expired.words, /expired/);
  assert.match(expired.words, /Send me a fresh link/);
  const page = await people.press(await catalogue('Silent', /no match this time/i), { first: mentors[1] ?? '' });
  assert.is(page.status, 409);
  assert.match(page.words, /No choice round is open/);
  await people.settle();
  assert.is((await student('Silent')).stage, 'Waiting');
  assert.is((await student('Silent')).choices, '');
  await people.answer('choices', { first: mentors[1] ?? '' }, await form('Silent'));
  await people.settle();
  // The code has expired with the round: what was sent with it is not applied, and a fresh link goes out.
  assert.is((await student('Silent')).choices, '');
  assert.match((await letterTo(people, email('Silent'), /your fresh link/i)).text, /choose your mentors/);
});

s('sends a fresh link to the address on file when an old one is pressed', async () => {
  const { people } = p;
  const page = await people.press(await catalogue('Silent'));
  assert.is(page.status, 202);
  assert.match(page.words, /address we have for you/);
  await people.settle();
  const letter = await letterTo(people, email('Silent'), /your fresh link/i);
  assert.is((await people.open(linkIn(letter, /open the page/i))).status, 200);
});

s('invites who waits and who came later to a rolling round after 14 days', async () => {
  const { people } = p;
  assert.match((await season()).nextStep ?? '', /Next round: 9 October 2026, 09:00/);
  const since = await lastLetter(people);
  await to(people, '2026-10-09', '10:05');
  for (const name of ['Silent', 'Later']) {
    assert.is((await student(name)).stage, 'Choosing', name);
    assert.match((await subjects(people, email(name), since)).join(), CHOOSE);
  }
  // Who has a proposed pair is not asked to choose again.
  assert.is((await subjects(people, email('Page'), since)).length, 0);
  const page = await people.press(await catalogue('Silent'), { first: mentors[1] ?? '' });
  assert.ok(page.status < 300, page.words);
  await people.press(await catalogue('Later'), { first: mentors[1] ?? '' });
  await people.settle();
});

s('gives the place in the next round to whoever waited, and says to the other that it was full', async () => {
  const { people } = p;
  // 8 days on is Saturday 17 October, the day after it a Sunday: Monday.
  await to(people, '2026-10-19', '17:00');
  const silent = await student('Silent');
  const pair = (await people.rows('matches')).find((row) => row.mentor === mentors[1]);
  assert.is(pair?.mentee, silent.id);
  // Staff have three working days to match the round another way before anybody hears that there was no place.
  await to(people, '2026-10-20', '10:05');
  assert.is((await student('Later')).stage, 'Choosing');
  assert.is(await countOf(people, email('Later'), /no match this time/i), 0);
  await to(people, '2026-10-22', '10:05');
  assert.is((await student('Later')).stage, 'Waiting');
  assert.match((await letterTo(people, email('Later'), /no match this time/i)).text, /no free place left/);
});

s('opens no round while no mentor has room, and ends the wait with a letter when the season is over', async () => {
  const { people } = p;
  await to(people, '2027-01-29', '12:05');
  assert.is((await student('Later')).stage, 'Waiting');
  await to(people, '2027-02-01', '10:05');
  const letter = await letterTo(people, email('Later'), /the season is over/i);
  assert.ok(linkIn(letter, /come back/i));
  assert.is(await countOf(people, email('Later'), CHOOSE), 1);
});

/** The form of the round, with the code of the mentee's letter. */
const form = async (name: string) => linkIn(await letterTo(p.people, email(name), CHOOSE), /rank by a form/i);

s.run();
