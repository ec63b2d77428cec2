/** The formal end: survey, going on informally, certificate once a season (M20, M22–M24, M28, M30, M38). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readPdf } from '../letters/pdf.ts';
import { linkIn } from '../support/programme.ts';
import { BOTH, type PairOf, partnerOf, type Side, type Stand, startPairs } from './pairs.ts';

const s = suite('closing');
let stand: Stand;
let goOn: PairOf;
let oneStops: PairOf;
let nobody: PairOf;

s.before(async () => {
  // A Monday. Six months later February has no 31st.
  stand = await startPairs({
    now: '2026-08-31T04:00:00Z',
    mentors: { 'Aigerim Sadykova': {}, 'Daniyar Omarov': { consentCertificate: 'No' } },
    mentees: { 'Bolat Akhmet': {}, 'Dana Serik': {}, 'Erlan Tulegen': {} },
  });
  const pairs = await stand.active(
    ['Bolat Akhmet', 'Aigerim Sadykova'],
    ['Dana Serik', 'Aigerim Sadykova'],
    ['Erlan Tulegen', 'Daniyar Omarov'],
  );
  [goOn, oneStops, nobody] = pairs as [PairOf, PairOf, PairOf];
});
s.after(() => stand.close());

const survey = async (pair: PairOf, side: Side) => {
  const link = await stand.linkAbout(pair[side], partnerOf(pair, side), /^Answer the survey$/);
  const page = await stand.people.answer('evaluation', { works: '5', goals: '4', recommend: '9' }, link);
  assert.ok(page.status < 300, page.words);
};

s('a pair that starts on 31 August ends on 28 February, by itself, and both are asked', async () => {
  assert.equal([(await stand.row(goOn)).startedOn, (await stand.row(goOn)).endsOn], ['2026-08-31', '2027-02-28']);
  await stand.to('2027-02-28', '08:59');
  assert.is(await stand.stage(goOn), 'Active');
  await stand.to('2027-02-28', '09:01');
  assert.is(await stand.stage(goOn), 'Closing');
  const mentee = await stand.letter(goOn.mentee, /how was your mentorship with Aigerim Sadykova/);
  const mentor = await stand.letter(goOn.mentor, /how was your mentorship with Bolat Akhmet/);
  assert.match(mentee.text, /formal thank-you note/);
  assert.not.match(mentor.text, /thank-you note/);
  for (const letter of [mentee, mentor])
    assert.equal(
      letter.links.map((link) => link.label).filter((label) => /survey|We go on|We finish/.test(label)),
      ['Answer the survey', 'We go on informally', 'We finish here'],
    );
});

s(
  'when both answer the survey and both go on, the pair continues informally and nothing is asked any more',
  async () => {
    for (const side of BOTH) {
      await survey(goOn, side);
      await stand.pressAbout(goOn, side, /^We go on informally$/);
    }
    await stand.people.settle();
    assert.is(await stand.stage(goOn), 'Continued informally');
    for (const side of BOTH) {
      const { text } = await stand.letter(goOn[side], /You go on: your mentorship/);
      assert.match(text, /the Center is not responsible/);
      assert.match(text, /responsible for your relationship yourselves/);
    }
    const rows = (await stand.rows('evaluations')).filter((row) => row.pair === goOn.id);
    assert.equal(
      rows.map((row) => [row.kind, row.works]),
      [
        ['Closing', '5'],
        ['Closing', '5'],
      ],
    );
  },
);

s('the mentor gets a certificate, once in a season however many pairs complete', async () => {
  await stand.letter(goOn.mentor, /Your certificate of appreciation/);
  for (const side of BOTH) await survey(oneStops, side);
  await stand.pressAbout(oneStops, 'mentee', /^We go on informally$/);
  await stand.people.settle();
  assert.is(await stand.stage(oneStops), 'Closing');
  await stand.pressAbout(oneStops, 'mentor', /^We finish here$/);
  await stand.people.settle();
  assert.is(await stand.stage(oneStops), 'Completed', 'going on takes two');
  for (const side of BOTH) assert.match((await stand.letter(oneStops[side], /^Completed/)).text, /is not responsible/);
  const certificates = (await stand.subjects(goOn.mentor)).filter((each) => /certificate/.test(each));
  assert.is(certificates.length, 1);
  const award = (await stand.rows('awards')).find((row) => row.mentor === goOn.mentor.id);
  assert.equal(
    [award?.pairs, award?.completed, award?.name, award?.state],
    ['2', '2', 'Aigerim Sadykova', 'Certificate sent'],
  );
});

s('a certificate can be checked by anyone; a made-up code is none', async () => {
  const link = linkIn(await stand.letter(goOn.mentor, /certificate/), /shows it is real/);
  const page = await stand.people.open(link);
  assert.ok(page.status < 300, page.words);
  assert.match(page.words, /Aigerim Sadykova/);
  assert.not.match(page.words, /people\.example|Bolat/);
  const award = (await stand.rows('awards')).find((row) => row.mentor === goOn.mentor.id);
  assert.is(award?.certificate, link, 'the row leads to the same page');
  const wrong = await stand.people.open(`${link.slice(0, -2)}xx`);
  assert.is(wrong.status, 404);
});

s('the letter leads to the certificate as a PDF, the row to all of the season for print', async () => {
  const link = linkIn(await stand.letter(goOn.mentor, /certificate/), /Open the certificate/);
  const award = (await stand.rows('awards')).find((row) => row.mentor === goOn.mentor.id);
  for (const [url, pages] of [
    [link, 1],
    [award?.print ?? '', 1],
  ] as const) {
    const answer = await fetch(url);
    assert.is(answer.headers.get('content-type'), 'application/pdf');
    const pdf = readPdf(Buffer.from(await answer.arrayBuffer()));
    assert.is(pdf.pages.length, pages);
    const text = pdf.pages[0]?.lines.join(' ') ?? '';
    assert.match(text, /Certificate of Appreciation presented to Aigerim Sadykova/);
    assert.match(text, /Mentees 2 Confirmed months \d+ Mentoring \d+ \w+ 2026 – \d+ \w+ 2027/);
    assert.match(text, award?.certificate?.split('/').at(-1) ?? 'no code');
  }
});

s('who does not answer the survey is reminded after 7 and after 14 days', async () => {
  const reminders = async (side: Side) =>
    (await stand.subjects(nobody[side])).filter((each) => /your survey about/.test(each)).length;
  await survey(nobody, 'mentor');
  await stand.people.settle();
  // The seventh of March is a Sunday, the eighth a holiday; so are the fourteenth and the fifteenth.
  await stand.to('2027-03-09', '10:01');
  assert.equal([await reminders('mentee'), await reminders('mentor')], [1, 0]);
  await stand.to('2027-03-16', '10:01');
  assert.equal([await reminders('mentee'), await reminders('mentor')], [2, 0]);
});

s('a missing survey never keeps a pair open: after 21 days it is completed, and the mentor certified', async () => {
  // The day after the last one is Nauryz; the deadline moves to the next working day.
  await stand.to('2027-03-25', '16:59');
  assert.is(await stand.stage(nobody), 'Closing');
  await stand.to('2027-03-25', '17:01');
  assert.is(await stand.stage(nobody), 'Completed');
  const link = linkIn(await stand.letter(nobody.mentor, /certificate/), /shows it is real/);
  const page = await stand.people.open(link);
  assert.match(page.words, /prefers not to be named/);
  assert.not.match(page.words, /Daniyar/);
  assert.is((await stand.rowIn('mentees', nobody.mentee.id)).stage, 'Eligible');
  assert.equal(await stand.needs(nobody.id), []);
});

s('after the end a survey is still taken, and a button about going on says that it is over', async () => {
  const page = await stand.people.open(await stand.linkAbout(nobody.mentee, nobody.mentor, /^We go on informally$/));
  assert.is(page.status, 410, 'its time was over with the last day');
  assert.is(await stand.stage(nobody), 'Completed');
});

s.run();
