import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { letterTo, linkIn, type Programme, startProgramme } from '../support/programme.ts';
import { STRANGE } from '../support/strange.ts';
import { ALUMNI, apply, countOf, lastLetter, mentee, mentor, needsAbout, rowBy, subjects, to } from './people.ts';

const s = suite('incomplete');
let p: Programme;
const MISSING = /answers are missing/i;

s.before(async () => {
  p = await startProgramme();
});
s.after(() => p.close());

s('does not take a form without its required answers, and names each', async () => {
  const { topics: _, languages: __, ...rest } = mentee('Form Stops');
  const page = await p.people.answer('mentee', rest);
  assert.is(page.status, 400);
  assert.match(page.words, /Topics you are interested in/);
  await p.people.settle();
  assert.equal(await p.people.rows('mentees'), []);
});

s('names every answer that is missing in a row typed by staff, at the next ten o’clock', async () => {
  const { people } = p;
  await people.add('mentors', {
    name: 'Gaps Mentor',
    email: ALUMNI[1].toLowerCase().replace(' ', '.').concat('@alumni.example'),
  });
  await people.settle();
  const row = await rowBy(people, 'mentors', 'daniyar.omarov@alumni.example');
  assert.is(row.stage, 'Incomplete');
  assert.match(row.systemNote ?? '', /Topics, Languages, Degree/);
  assert.match(row.nextStep ?? '', /missing answers/);
  await to(people, '2026-09-01', '10:05');
  const letter = await letterTo(people, row.email ?? '', MISSING);
  for (const item of [
    'Topics you are interested in',
    'Languages you can talk in',
    'Your degree from the university',
    'May your profile be shown for matching',
    'May your name and contact data be given to your match',
    'May your answers be stored on servers outside Kazakhstan',
    'May your name stand on the page',
  ])
    assert.match(letter.text, new RegExp(item));
  assert.match(letter.text, /2 October 2026/);
});

s('asks again, without the training, when a consent that is needed is refused', async () => {
  const { people } = p;
  const consents = [
    ['consentProfile', 'May your profile be shown for matching'],
    ['consentContact', 'May your name and contact data be given to your match'],
    ['consentStorage', 'May your answers be stored on servers outside Kazakhstan'],
  ] as const;
  for (const [consent] of consents) {
    const row = await apply(people, 'mentee', mentee(`Refuses ${consent}`, { [consent]: 'No' }));
    assert.is(row.stage, 'Incomplete');
    assert.equal(await needsAbout(people, row.id ?? ''), []);
  }
  await to(people, '2026-09-02', '10:05');
  for (const [consent, title] of consents) {
    const email = `refuses.${consent.toLowerCase()}@nu.edu.kz`;
    const letter = await letterTo(people, email, MISSING);
    assert.match(letter.text, new RegExp(title));
    assert.not.match(letter.text, /Topics you are interested in/);
    assert.is(await countOf(people, email, /training/i), 0);
  }
});

s('takes a mentor who does not want a name on the certificate page', async () => {
  const row = await apply(p.people, 'mentor', mentor(ALUMNI[2], { consentCertificate: 'No' }));
  assert.is(row.stage, 'Training');
});

s('opens the form with what was answered, and goes on when the rest comes', async () => {
  const { people } = p;
  const email = 'refuses.consentprofile@nu.edu.kz';
  const link = linkIn(await letterTo(people, email, MISSING), /complete my answers/i);
  const form = await people.open(link);
  assert.match(form.html, /value="Refuses consentProfile"/);
  assert.match(form.html, /value="Job search" checked/);
  const count = (await people.rows('mentees')).length;
  const answered = await people.answer('mentee', { consentProfile: 'Yes' }, link);
  assert.is(answered.status, 200, answered.words);
  await people.settle();
  const row = await rowBy(people, 'mentees', email);
  assert.is(row.stage, 'Training');
  assert.is((await people.rows('mentees')).length, count);
  assert.match(row.newAnswers ?? '', /Yes/);
});

s('goes on as well when staff correct the cell themselves', async () => {
  const { people } = p;
  const email = 'refuses.consentcontact@nu.edu.kz';
  const { id = '' } = await rowBy(people, 'mentees', email);
  await people.edit('mentees', id, { consentContact: 'Yes' });
  await people.settle();
  assert.is((await rowBy(people, 'mentees', email)).stage, 'Training');
});

s('names only what is still missing when a part was answered', async () => {
  const { people } = p;
  const row = await rowBy(people, 'mentors', 'daniyar.omarov@alumni.example');
  await people.edit('mentors', row.id ?? '', { topics: 'Networking', languages: 'English', degree: 'PhD' });
  await people.settle();
  const after = await rowBy(people, 'mentors', row.email ?? '');
  assert.is(after.stage, 'Incomplete');
  assert.not.match(after.systemNote ?? '', /Topics/);
  await to(people, '2026-09-03', '10:05');
  assert.not.match((await letterTo(people, row.email ?? '', MISSING)).text, /Topics you are interested in/);
});

s('reminds after 3, 7 and 14 days, moved to working days, in one letter each', async () => {
  const { people } = p;
  const row = await apply(people, 'mentee', mentee('Reminded Mentee', { consentStorage: 'No' }));
  assert.is(row.stage, 'Incomplete');
  const applied = '2026-09-03';
  assert.is((await people.now()).slice(0, 10), applied);
  await to(people, '2026-09-04', '10:05');
  const since = await lastLetter(people);
  const dates: string[] = [];
  for (const day of [
    '2026-09-05',
    '2026-09-06',
    '2026-09-07',
    '2026-09-08',
    '2026-09-09',
    '2026-09-10',
    '2026-09-17',
    '2026-09-18',
  ]) {
    const before = (await subjects(people, row.email ?? '', since)).length;
    await to(people, day, '10:05');
    if ((await subjects(people, row.email ?? '', since)).length > before) dates.push(day);
  }
  // Day 3 is Sunday 6 September, so Monday; day 7 Thursday; day 14 Thursday.
  assert.equal(dates, ['2026-09-07', '2026-09-10', '2026-09-17']);
  assert.equal(
    (await subjects(people, row.email ?? '', since)).filter((subject) => !MISSING.test(subject)),
    [],
  );
});

s('does not remind somebody who has answered', async () => {
  assert.is(await countOf(p.people, 'refuses.consentprofile@nu.edu.kz', MISSING), 1);
});

s('lapses at five in the afternoon of the day after the thirtieth, with a way back', async () => {
  const { people } = p;
  const email = 'reminded.mentee@nu.edu.kz';
  // 30 days from Thursday 3 September is Saturday 3 October; the day after it is no working day, so Monday.
  await to(people, '2026-10-05', '16:59');
  assert.is((await rowBy(people, 'mentees', email)).stage, 'Incomplete');
  await to(people, '2026-10-05', '17:00');
  const row = await rowBy(people, 'mentees', email);
  assert.is(row.stage, 'Lapsed');
  const letter = await letterTo(people, email, /your participation/i);
  assert.match(letter.text, /lapsed/);
  assert.match(letter.text, /come back at any time/);
  await to(people, '2026-10-12');
  assert.is((await letterTo(people, email, /./)).subject, letter.subject);
});

s('asks a returner with the same gap again, and reminds anew', async () => {
  const { people } = p;
  const email = 'reminded.mentee@nu.edu.kz';
  const back = linkIn(await letterTo(people, email, /your participation/i), /come back/i);
  assert.is((await people.answer('mentee', { consentStorage: 'No' }, back)).status, 200);
  await people.settle();
  assert.is((await rowBy(people, 'mentees', email)).stage, 'Incomplete');
  const since = await lastLetter(people);
  await to(people, '2026-10-13');
  assert.equal(await subjects(people, email, since), ['A few answers are missing in your application']);
});

s('lets somebody who lapsed return with all answers', async () => {
  const { people } = p;
  const email = 'refuses.consentstorage@nu.edu.kz';
  assert.is((await rowBy(people, 'mentees', email)).stage, 'Lapsed');
  const back = linkIn(await letterTo(people, email, /your participation/i), /come back/i);
  await people.answer('mentee', { consentStorage: 'Yes' }, back);
  await people.settle();
  const row = await rowBy(people, 'mentees', email);
  assert.is(row.stage, 'Training');
  // Both sample sessions are over by now.
  assert.is(row.nextStep, 'Waits for a training session with free places.');
});

/** What Consents says about somebody, oldest first: purpose, what became of it, and who said it. */
async function consentsOf(email: string) {
  const { id } = await rowBy(p.people, 'mentees', email);
  const rows = (await p.people.rows('consents')).filter((row) => row.person === id);
  return rows.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
}

s('keeps each consent with the text that was read, its version, language and time', async () => {
  const { people } = p;
  await to(people, '2026-10-20', '12:00');
  const { email } = await apply(people, 'mentee', mentee('Consents Fully', { consentContact: 'No' }));
  const rows = await consentsOf(email ?? '');
  assert.equal(rows.map((row) => [row.purpose, row.state, row.by, row.language, row.at]).sort(), [
    ['contacts given to the match', 'refused', 'form', 'English', '2026-10-20T07:00:00Z'],
    ['data stored abroad', 'given', 'form', 'English', '2026-10-20T07:00:00Z'],
    ['profile shown to the mentor asked', 'given', 'form', 'English', '2026-10-20T07:00:00Z'],
  ]);
  const contacts = rows.find((row) => row.state === 'refused');
  assert.is(contacts?.text, 'May your name and contact data be given to your match?');
  assert.is(new Set(rows.map((row) => row.version)).size, 3, 'each question has a version of its own');
  assert.match(contacts?.version ?? '', /^[0-9A-Z]{6}$/);
});

s('keeps a consent that is given later and taken back, by the person or by staff for them', async () => {
  const { people } = p;
  const email = 'consents.fully@nu.edu.kz';
  await to(people, '2026-10-21', '10:05');
  const link = linkIn(await letterTo(people, email, MISSING), /complete my answers/i);
  await people.answer('mentee', { consentContact: 'Yes', consentStorage: 'No' }, link);
  await people.settle();
  const { id = '' } = await rowBy(people, 'mentees', email);
  await to(people, '2026-10-22', '12:00');
  await people.edit('mentees', id, { consentProfile: 'No' });
  await people.settle();
  const rows = await consentsOf(email);
  const last = (purpose: string) => {
    const row = rows.findLast((each) => each.purpose === purpose);
    return [row?.state, row?.by, row?.text === '' ? 'no text' : 'with text', row?.at];
  };
  assert.equal(last('contacts given to the match'), ['given', 'form', 'with text', '2026-10-21T05:05:00Z']);
  assert.equal(last('data stored abroad'), ['withdrawn', 'form', 'with text', '2026-10-21T05:05:00Z']);
  assert.equal(last('profile shown to the mentor asked'), ['withdrawn', 'staff', 'no text', '2026-10-22T07:00:00Z']);
  const before = rows.length;
  await people.settle();
  await people.edit('mentees', id, { staffNote: 'They rang' });
  await people.settle();
  assert.is((await consentsOf(email)).length, before, 'another edit says nothing about consents');
});

s(
  'keeps whatever people write as text: formulas, markup, other scripts; the row, the letter and the process stand it',
  async () => {
    const { people } = p;
    const name = '=HYPERLINK("https://a.example") <b>👩🏽‍🎓</b> שלום';
    const row = await apply(people, 'mentee', mentee(name, { goals: STRANGE.markup, email: 'any@nu.edu.kz' }));
    assert.equal([row.stage, row.name, row.goals], ['Training', name, STRANGE.markup]);
    const letter = await letterTo(people, 'any@nu.edu.kz', /we have your application/i);
    assert.not.match(letter.html, /<b>👩/u);
  },
);

s('keeps an answer that cannot be read, names it, and goes on without it', async () => {
  const { people } = p;
  const answers = mentor(ALUMNI[3], { year: 'two thousand and sixteen', about: 'ұ'.repeat(3000) });
  const row = await apply(people, 'mentor', answers);
  assert.equal([row.stage, row.year], ['Training', '']);
  assert.is(row.newAnswers, 'Graduation year: two thousand and sixteen');
  assert.is(row.systemNote, '"Graduation year" is not a number. What was answered stands in New answers.');
  assert.is([...(row.about ?? '')].length, 1200);
  await people.edit('mentors', row.id ?? '', { year: '2016' });
  await people.settle();
  assert.is((await rowBy(people, 'mentors', answers.email)).newAnswers, '', 'what staff have typed is taken over');
});

s.run();
