/** Requests for mailings as form and sheet take them: what is answered at once, what starts, whom edits elsewhere concern (lifecycle section 6). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Cells, LocalClient } from '../../local/client/index.ts';
import { type Programme, rowOf, startProgramme } from '../support/programme.ts';
import { until } from '../support/until.ts';
import { Requests, request, SIGNATURE } from './mailings.ts';
import { historyOf, needsAbout, set, to } from './people.ts';

const s = suite('mailings in form and sheet');
let p: Programme;
let people: LocalClient;
let r: Requests;
s.before(async () => {
  p = await startProgramme();
  people = p.people;
  r = new Requests(p);
  await people.settle();
});
s.after(() => p.close());

const mailing = (subject: string): Promise<Cells> => r.bySubject(subject);
const typed = (cells: Cells): Promise<Cells> => r.typed(cells);
const changed = (id: string | undefined, cells: Cells): Promise<Cells> => r.changed(id, cells);

s('a newcomer finds one request in the sheet, judged and with its dates', async () => {
  const row = await mailing('Alumni evening of the School of Engineering');
  assert.is(row.stage, 'Draft');
  assert.is(row.findings, 'Nothing found.');
  assert.is(row.audience, '3 of 3 · broad: SEDS has not submitted its contact data (P7)');
  assert.is(row.dates, '23 September 2026 to 6 October 2026; hand in by 1 October 2026, 5 October 2026 at the latest');
  assert.match(row.nextStep ?? '', /^The initiator hands it in/);
  assert.equal((await people.rows('units')).map(({ code }) => code).sort(), [
    'Center',
    'FP',
    'GSB',
    'GSE',
    'GSPP',
    'NUSOM',
    'SEDS',
    'SMG',
    'SSH',
  ]);
});

s(
  'a row that is being typed says what is missing and how many would get it, and starts once it is complete',
  async () => {
    const started = await typed({ subject: 'Typed', schools: 'SEDS, SSH' });
    assert.is(started.stage, '');
    assert.is(
      started.systemNote,
      'Fill in Unit, Direction, Initiator email; then it starts by itself. Audience: 5 of 5 · broad: 5 people not of the unit.',
    );
    const narrower = await changed(started.id, { unit: 'SEDS', schools: 'SEDS', years: '2016, 2019-2020' });
    assert.match(
      narrower.systemNote ?? '',
      /^Fill in Direction, Initiator email; .*Audience: 3 of 3 · broad: SEDS has not/,
    );
    const full = await changed(started.id, request({ subject: 'Typed', years: '2019' }));
    assert.is(full.stage, 'Draft');
    assert.is(
      full.systemNote,
      'Taken; the initiator gets a letter. Audience: 1 of 1 · broad: SEDS has not submitted its contact data (P7).',
    );
  },
);

s('what makes no sense is said in the row and starts nothing, until it is put right', async () => {
  const row = await typed(request({ subject: 'Nonsense', unit: 'SEDX' }));
  const note = (text: RegExp, next: Cells) => {
    assert.match(next.systemNote ?? '', text);
    assert.is(next.stage, '', next.systemNote);
  };
  note(/^Not started\. There is no unit "SEDX" in Units\./, row);
  note(/There is no list "Donors" in Lists/, await changed(row.id, { unit: 'SEDS', list: 'Donors' }));
  note(/"soon" cannot be read as years; write 2019, 2021-2023/, await changed(row.id, { list: '', years: 'soon' }));
  note(/1 September 2026 has come or passed/, await changed(row.id, { years: '', eventDate: '2026-09-01' }));
  note(
    /"Date it is about" .* Nothing was done with this edit/,
    await changed(row.id, { eventDate: '31 February 2026' }),
  );
  const holiday = await changed(row.id, { eventDate: '2026-10-26', wished: '2026-10-10' });
  assert.is(holiday.stage, 'Draft');
  assert.match(holiday.systemNote ?? '', /26 October 2026 is a day off; check the date/);
  assert.match(holiday.systemNote ?? '', /The wished day, 10 October 2026, is a day off/);
  assert.match(holiday.findings ?? '', /^R27 warning: /m);
});

s('an edit is judged at once: missing things first, then errors, then warnings, in plain words', async () => {
  const row = await mailing('Typed');
  const judged = await changed(row.id, {
    subject: `Typed ${'again and '.repeat(14)}`,
    signature: '',
    text: 'PLEASE COME\n\nto http://nu.edu.kz.evil.com/x',
  });
  const [first = '', ...lines] = (judged.findings ?? '').split('\n');
  assert.is(first, 'Missing: signature.');
  assert.match(lines[0] ?? '', /^R4 error: .*145 characters/);
  assert.ok(
    lines.some((line) => /^R9 error: .*evil\.com/.test(line)),
    judged.findings,
  );
  assert.match(lines.at(-1) ?? '', /^R\d+ warning: /);
  const kinds = lines.map((line) => / (error|warning):/.exec(line)?.[1]);
  assert.equal(kinds, [...kinds].sort(), 'errors stand before warnings');
  await changed(row.id, { subject: 'Typed', signature: SIGNATURE, text: 'Come.' });
});

s(
  'edits of register, lists, units and addresses that get nothing are answered with the mailings they concern',
  async () => {
    const row = await mailing('Typed');
    await people.add('lists', { list: 'Board', member: 'timur.akhmetov@alumni.example' });
    await people.add('lists', { list: 'Board', member: 'nobody@alumni.example' });
    await people.settle();
    const notes = (await people.rows('lists')).map(({ systemNote }) => systemNote);
    assert.equal(notes, [
      'Taken.',
      '"nobody@alumni.example" is neither an ID nor an address of Alumni, so nobody is written to (P1).',
    ]);
    assert.is(
      (await changed(row.id, { list: 'board' })).audience,
      '1 of 2 · left out: 1 unknown · broad: SEDS has not submitted its contact data (P7)',
    );
    const unit = await rowOf(people, 'units', { code: 'SEDS' });
    await people.edit('units', unit.id ?? '', { dataSubmitted: '2026-08-20' });
    await people.settle();
    assert.match(
      (await rowOf(people, 'units', { code: 'SEDS' })).systemNote ?? '',
      /^Taken\. 3 mailings look again: ML-/,
    );
    assert.match((await mailing('Typed')).audience ?? '', /own list: all are alumni of SEDS$/);
    await people.add('alumni', { name: 'New Graduate', email: 'nobody@alumni.example', school: 'SSH', year: '2025' });
    await people.settle();
    const graduate = await rowOf(people, 'alumni', { email: 'nobody@alumni.example' });
    assert.is(graduate.systemNote, `Taken. 1 mailing looks again: ${row.id}.`);
    assert.is((await mailing('Typed')).audience, '2 of 2 · broad: 1 person not of SEDS');
    await people.edit('alumni', graduate.id ?? '', { email: 'timur.akhmetov@alumni.example' });
    await people.settle();
    assert.match((await mailing('Typed')).audience ?? '', /^1 of 2 · left out: 1 unknown/);
  },
);

s('a new day off moves the windows, and the initiator is told of the new dates', async () => {
  const before = await mailing('Typed');
  assert.match(before.dates ?? '', /^29 September 2026 to 12 October 2026/);
  await people.add('holidays', { date: '2026-10-14', kind: 'Day off', name: 'A day of mourning', source: 'decree' });
  await people.settle();
  const after = await mailing('Typed');
  assert.match(after.dates ?? '', /^28 September 2026 to 9 October 2026/);
  assert.ok((await historyOf(people, after.id ?? '')).includes('Dates changed'));
  const day = await rowOf(people, 'holidays', { date: '2026-10-14' });
  assert.match(day.systemNote ?? '', /3 mailings look again/);
});

s('a date beyond the confirmed calendar waits for it; nothing is guessed', async () => {
  const row = await typed(request({ subject: 'Beyond', eventDate: '2029-03-15' }));
  const [need] = await until(async () => {
    const needs = await needsAbout(people, row.id ?? '');
    return needs.length > 0 && needs;
  });
  assert.match(need?.what ?? '', /beyond the confirmed calendar/);
  assert.is((await mailing('Beyond')).stage, '');
  const old = (await rowOf(people, 'settings', { key: 'calendarConfirmedUntil' })).value ?? '';
  await set(people, 'calendarConfirmedUntil', '2029-12-31');
  const going = await mailing('Beyond');
  assert.is(going.stage, 'Draft');
  assert.match(going.dates ?? '', /2029/);
  assert.equal(await needsAbout(people, row.id ?? ''), []);
  await changed(going.id, { decision: 'Withdraw' });
  assert.is((await mailing('Beyond')).stage, 'Withdrawn');
  await set(people, 'calendarConfirmedUntil', old);
});

const answers = (rest: Readonly<Record<string, string | readonly string[]>> = {}) => {
  const { schools: _, ...form } = request({ subject: 'By form', wished: '2026-09-30' });
  return { ...form, schools: ['SEDS'], ...rest };
};

s('an answer of the form becomes one request, however often it is sent or read', async () => {
  const page = await people.answer('mailing', answers());
  assert.is(page.status, 200, page.words);
  await people.settle();
  const row = await mailing('By form');
  assert.equal([row.stage, row.systemNote], ['Draft', 'Taken from the form; the initiator gets a letter.']);
  assert.is(row.wished, '2026-09-30');
  const code = await people.answer(
    'mailing',
    answers({ subject: 'Tampered', code: 'eyJwcm9jZXNzIjoibWFpbGluZy9NTC0ifQ.x' }),
  );
  assert.is(code.status, 200, code.words);
  await people.settle();
  const other = await mailing('Tampered');
  assert.not.equal(other.id, row.id);
  assert.is(
    (await rowOf(people, 'mailings', { id: row.id ?? '' })).subject,
    'By form',
    'an altered code reaches no other request',
  );
});

s(
  'an answer of nonsense is taken as it is; the row says what is wrong with it, and it cannot be handed in',
  async () => {
    await people.answer('mailing', answers({ subject: 'Odd', unit: 'XYZ', list: 'Nobody knows', hashtag: 'no sign' }));
    await people.settle();
    const row = await mailing('Odd');
    assert.is(row.stage, 'Draft');
    assert.match(row.findings ?? '', /^Missing: unit, audience\.\n/);
    assert.match(row.findings ?? '', /^R19 error: "XYZ"/m);
    assert.match(row.findings ?? '', /^R28 error: /m);
    assert.is(row.audience, 'There is no list "Nobody knows" in Lists.');
    const past = await people.answer('mailing', answers({ subject: 'Past', eventDate: '2026-08-31' }));
    assert.is(past.status, 200, past.words);
    await people.settle();
    assert.is((await mailing('Past')).stage, 'Refused');
  },
);

s('an answer far too long loses nothing: what counts is cut and said, the whole stands in the form', async () => {
  const long = 'word '.repeat(20_000);
  await people.answer('mailing', answers({ subject: 'Oversized', text: long, hashtag: '#'.padEnd(400, 'x') }));
  await people.settle();
  const row = await mailing('Oversized');
  assert.is(row.stage, 'Draft');
  assert.ok((row.text ?? '').length <= 15_000);
  assert.match(row.text ?? '', / \[…\]$/);
  assert.match(row.systemNote ?? '', /"Hashtag" .*What was answered stands in New answers/);
  assert.match(row.newAnswers ?? '', /^Hashtag: #x+/);
});

s('staff who type a cell take it over from what was changed on the draft page', async () => {
  const row = await mailing('Oversized');
  const next = await changed(row.id, { hashtag: '#NUSEDS', text: 'Short.' });
  assert.is(next.newAnswers, '');
  assert.match(next.systemNote ?? '', /^Taken\. Audience: /);
});

s('the cell sends the page or takes the request back, and a request that is over says so', async () => {
  const row = await mailing('Tampered');
  assert.is(
    (await changed(row.id, { decision: 'Send me the page' })).systemNote,
    'Each moderator has a letter with the page; the cell alone decides nothing.',
  );
  assert.is((await changed(row.id, { decision: 'Withdraw' })).stage, 'Withdrawn');
  assert.is((await changed(row.id, { text: 'Too late' })).systemNote, 'This mailing is over.');
});

s('a request that nobody hands in is refused when its window has passed, never late', async () => {
  const row = await mailing('By form');
  await to(people, '2026-10-09', '23:59');
  assert.is((await mailing('By form')).stage, 'Draft');
  await to(people, '2026-10-10', '00:01');
  assert.is((await mailing('By form')).stage, 'Refused');
  assert.ok((await historyOf(people, row.id ?? '')).includes('Draft → Refused'));
  const late = await typed(request({ subject: 'Late from the start' }));
  assert.is(late.stage, 'Refused');
  assert.match(late.systemNote ?? '', /It would have had to go out by 9 October 2026/);
});

s.run();
