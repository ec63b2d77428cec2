// runner: minutes=4
/** A mailing from request to report on a frozen clock: every row of lifecycle section 6, by form, sheet, pages and inbox. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DIRECTIONS } from '../../domain/program/index.ts';
import { formsIn } from '../support/forms.ts';
import { pngOf } from '../support/png.ts';
import { letterTo, type Programme, rowOf, startProgramme } from '../support/programme.ts';
import { APPROVER, DIRECTOR, INITIATOR, MODERATOR, OFFICER, Requests, request } from './mailings.ts';
import { historyOf, lastLetter, needsAbout } from './people.ts';

const s = suite('a mailing');
let p: Programme;
let r: Requests;
s.before(async () => {
  p = await startProgramme();
  r = new Requests(p);
  await r.people.settle();
  // Its own alumni stay its own, so that only some of the requests need the Center.
  const unit = await rowOf(r.people, 'units', { code: 'SEDS' });
  await r.people.edit('units', unit.id ?? '', { dataSubmitted: '2026-08-20' });
  await r.people.settle();
});
s.after(() => p.close());

const BROAD = { schools: 'SEDS, SSH' };
const WORDS = { words: 'Please look at the second line.' };
const stage = async (id: string): Promise<string> => (await r.row(id)).stage ?? '';
const next = async (id: string): Promise<string> => (await r.row(id)).nextStep ?? '';
const note = async (id: string): Promise<string> => (await r.row(id)).systemNote ?? '';
/** Readers and subjects of the letters about a request since a letter, sorted. */
const letters = async (about: string, since: number): Promise<string[]> =>
  (await r.letters(about, since)).map((each) => each.replace(/@\S+:/, ':')).sort();

s(
  'Draft: the receipt tells the dates; nothing is handed in that is not complete, or that nobody would get',
  async () => {
    const { id = '' } = await r.typed(request({ subject: 'Incomplete', signature: '' }));
    const receipt = await letterTo(r.people, INITIATOR, /We have your request: Incomplete/);
    for (const date of ['29 September', '12 October', '7 October', '9 October']) assert.match(receipt.text, date);
    assert.match(await r.handIn(id), /Missing before it can be handed in: the signature/);
    assert.equal([await stage(id), await note(id)], ['Draft', 'Not handed in; missing: signature.']);
    await r.changed(id, { signature: request().signature ?? '', years: '2011' });
    assert.match(await r.handIn(id), /Missing before it can be handed in/);
    assert.match(await note(id), /missing: audience/);
    assert.match(await r.withdraw(id), /Taken back/);
    assert.is(await stage(id), 'Withdrawn');
    await letterTo(r.people, INITIATOR, /Withdrawn: Incomplete/);
  },
);

let broad = '';
s('In moderation: moderator and Center are asked at the same time; one working day runs for both', async () => {
  const since = await lastLetter(r.people);
  broad = await r.handedIn({ subject: 'Broad', ...BROAD, wished: '2026-09-30' });
  assert.equal(
    [await stage(broad), await next(broad)],
    [
      'In moderation',
      'Due 2 September 2026, 09:00. Working time so far: 0 h. The window closes 13 October 2026, 00:00.',
    ],
  );
  assert.equal(await r.needs(broad), [
    ['coordinate', 'Assel Duman'],
    ['moderate', 'Gulnara Tasova'],
  ]);
  assert.equal(await letters('Broad', since), [
    'aida.serikova: We have your request: Broad',
    'assel.duman: 2 September, 09:00: the Center decides: Broad',
    'gulnara.tasova: 2 September, 09:00: to moderate: Broad',
  ]);
});

s('In moderation: at half-time the deputy is told, an hour before its end the moderator and the Director', async () => {
  const since = await lastLetter(r.people);
  await r.to('2026-09-01', '13:29');
  assert.equal(await letters('Broad', since), []);
  await r.to('2026-09-01', '13:30');
  assert.equal(await letters('Broad', since), ['miras.oral: 2 September, 09:00: half the time has passed: Broad']);
  await r.to('2026-09-01', '17:30');
  assert.equal((await letters('Broad', since)).slice(0, 2), [
    'gulnara.tasova: 2 September, 09:00: nearly overdue: Broad',
    'miras.oral: 2 September, 09:00: half the time has passed: Broad',
  ]);
  await letterTo(r.people, DIRECTOR, /nearly overdue: Broad/);
});

s(
  'Returned: every finding goes to the initiator, the clock stands still, and handing in again adds a span',
  async () => {
    assert.match(await r.decide(broad, 'return', OFFICER, WORDS), /Returned/, 'a deputy may moderate');
    assert.equal([await stage(broad), await r.needs(broad)], ['Returned', []]);
    assert.match(
      (await letterTo(r.people, INITIATOR, /Please put right: Broad/)).text,
      /Please look at the second line/,
    );
    await r.to('2026-09-03', '10:00');
    assert.match(await next(broad), /^The initiator puts it right; the clock stands\. Working time so far: 8\.5 h\./);
    assert.match(await r.onDraft(broad, 'hand-in', { text: 'Dear graduates,\n\ncome to the lecture.' }), /Handed in\./);
    assert.match(await next(broad), /^Due 3 September 2026, 10:30\. Working time so far: 8\.5 h \+ 0 h\./);
    const { before, handedIn } = await r.row(broad);
    assert.match((JSON.parse(before ?? '') as { text: string }).text, /invites you/);
    assert.match((JSON.parse(handedIn ?? '') as { text: string }).text, /come to the lecture/);
  },
);

s('In moderation: a clock that nobody kept is breached, said in the row and the queue, and it goes on', async () => {
  const id = await r.handedIn({ subject: 'Forgotten' });
  await r.to('2026-09-04', '09:59');
  assert.match(await next(id), /^Due 4 September 2026, 10:00/);
  await r.to('2026-09-04', '10:01');
  assert.match(await next(id), /^Overdue\./);
  assert.ok((await historyOf(r.people, id)).includes('Clock breached'));
  const [need] = await needsAbout(r.people, id);
  assert.match(need?.why ?? '', /The working day that this may take has passed/);
  assert.match(await r.decide(id, 'reject', MODERATOR, WORDS), /Rejected/);
  assert.equal([await stage(id), await r.needs(id)], ['Rejected', []]);
  assert.match((await letterTo(r.people, INITIATOR, /Not approved: Forgotten/)).text, /second line/);
});

s('In moderation: an action in the queue sends the page again, and decides nothing', async () => {
  const need = (await needsAbout(r.people, broad)).find((row) => /moderation/.test(row.what ?? ''));
  assert.is(need?.suggested, 'Send the page');
  await r.people.edit('needs', need?.id ?? '', { action: 'Send the page' });
  await r.people.settle();
  assert.is((await rowOf(r.people, 'needs', { id: need?.id ?? '' })).systemNote, 'Send the page: done.');
  await letterTo(r.people, MODERATOR, /The page you asked for: Broad/);
  assert.is(await stage(broad), 'In moderation');
});

s('In moderation: a decision counts only for what was seen, and only from who may decide', async () => {
  assert.is(await r.press(broad, 'approve', APPROVER), 'not-your-role');
  assert.is(await r.press(broad, 'coordinate', MODERATOR, { answer: 'yes' }), 'not-your-role');
  assert.match(await r.decide(broad, 'approve', MODERATOR, { content: 'older' }), /has changed since you opened/);
  await r.changed(broad, { subject: 'Broad and changed' });
  assert.ok((await historyOf(r.people, broad)).includes('Changed during moderation'));
  assert.match(await r.decide(broad, 'coordinate', DIRECTOR), /Coordinated/, 'a deputy');
  assert.equal([await stage(broad), await r.needs(broad)], ['In moderation', [['moderate', 'Gulnara Tasova']]]);
  assert.match(await r.decide(broad, 'approve', MODERATOR), /Approved/);
  assert.is(await r.press(broad, 'return', OFFICER), 'mailing-scheduled', 'the second moderator finds it decided');
});

s('Scheduled: the day is the wished one; an edit of text or recipients takes the approval back', async () => {
  assert.equal([await stage(broad), await next(broad)], ['Scheduled', 'Goes out 30 September 2026, 10:00.']);
  await letterTo(r.people, INITIATOR, /30 September, 10:00: "Broad and changed" goes out/);
  assert.match((await r.row(broad)).overlap ?? '', /^Week of 28 September 2026: 5 people would get 1$/);
  const changed = await r.changed(broad, { years: '2016-2019' });
  assert.is(changed.stage, 'In moderation');
  assert.match(changed.systemNote ?? '', /^Taken; the approval counts no more\. Audience: 3 of 3/);
  await r.decide(broad, 'coordinate', APPROVER);
  await r.decide(broad, 'approve', MODERATOR);
  assert.is(await stage(broad), 'Scheduled');
});

s('In moderation: errors keep it back until moderator and Center both call each of them mistaken', async () => {
  const id = await r.handedIn({ subject: 'Mistaken', text: 'Come to https://example.org/x for more.' });
  assert.match((await r.row(id)).findings ?? '', /^R9 error: /);
  assert.is(await r.press(id, 'approve', MODERATOR), 'mailing-errors');
  assert.is(await note(id), 'Not approved; errors left: R9.');
  assert.match(await r.decide(id, 'mistaken', MODERATOR, WORDS), /two people, both say so/);
  assert.match(await r.decide(id, 'mistaken', APPROVER, WORDS), /no longer keeps this mailing back/);
  assert.match((await r.row(id)).findings ?? '', /^R9 error \(called mistaken\): /);
  assert.match(await r.decide(id, 'approve', MODERATOR), /Approved/);
  const since = await lastLetter(r.people);
  assert.match(await r.withdraw(id), /Taken back/, 'until it is being sent');
  assert.equal(await letters('Mistaken', since), [
    'aida.serikova: Withdrawn: Mistaken',
    'gulnara.tasova: No longer needed: Mistaken',
  ]);
});

s('Returned: a fix of the moderator counts when the initiator agrees by one button', async () => {
  const id = await r.handedIn({ subject: 'To be fixed' });
  const link = new URL(await r.link(MODERATOR, 'moderate'));
  link.searchParams.set('open', id);
  await r.fix(id, MODERATOR, { subject: 'Fixed by the moderator' });
  assert.equal([await stage(id), (await r.row(id)).subject], ['Returned', 'To be fixed']);
  const consent = await letterTo(r.people, INITIATOR, /To be fixed/);
  assert.match(consent.text, /Fixed by the moderator/);
  assert.match(await r.onDraft(id, 'consent'), /Handed in\./);
  assert.is(await stage(id), 'In moderation');
  assert.is((JSON.parse((await r.row(id)).handedIn ?? '') as { subject: string }).subject, 'Fixed by the moderator');
  await r.decide(id, 'reject', MODERATOR, WORDS);
});

s('In moderation: nobody moderates a mailing of their own; with no other moderator it is the Director’s', async () => {
  const id = await r.handedIn({ subject: 'Own', initiatorEmail: MODERATOR });
  assert.is(await r.press(id, 'approve', MODERATOR), 'mailing-own');
  const moderator = await r.staff(MODERATOR);
  await r.people.edit('staff', moderator, { deputy: '' });
  await r.people.settle();
  assert.equal(await r.needs(id), [
    ['moderate', 'Nobody else has the role Moderator'],
    ['no-moderator', 'Saule Nurlanova'],
  ]);
  await r.people.edit('staff', moderator, { deputy: 'Miras Oral' });
  await r.people.settle();
  assert.equal(await r.needs(id), [['moderate', 'Miras Oral']]);
  assert.match(await r.decide(id, 'reject', OFFICER, WORDS), /Rejected/);
});

s('In moderation: a hard failure passes only by name, while an entry of force majeure is in force', async () => {
  const id = await r.handedIn({ subject: 'Emergency', text: 'Read https://example.org/x at once.' });
  assert.is(await r.press(id, 'override', APPROVER), 'mailing-no-override');
  await r.people.add('forceMajeure', {
    reason: 'Flood',
    decidedBy: 'The Provost',
    from: '2026-09-03',
    to: '2026-09-05',
  });
  await r.people.settle();
  assert.match((await r.people.rows('forceMajeure'))[0]?.systemNote ?? '', /^Taken\. \d+ mailings look again: /);
  assert.is(await r.press(id, 'override', MODERATOR), 'not-your-role');
  const page = new URL(await r.link(APPROVER, 'moderate'));
  page.searchParams.set('open', id);
  const shown = (await r.people.open(`${page.href}&act=override&sure=1`)).html;
  const form = formsIn(shown, page.href).find(({ body }) => body.get('act') === 'override');
  form?.body.set('words', WORDS.words);
  const asked = await fetch(form?.action ?? '', { method: 'POST', body: form?.body ?? '' });
  assert.match(await asked.text(), /Are you sure\?/);
  await r.people.settle();
  assert.is((await r.memory(id)).override, undefined, 'neither looking nor the first press overrides');
  assert.match(await r.decide(id, 'override', APPROVER, WORDS), /your name and the entry of force majeure/);
  assert.match(await r.decide(id, 'approve', MODERATOR), /Approved/);
  assert.ok((await historyOf(r.people, id)).includes('Override'));
});

s('digests and decisions of the Board have no window, and are moderated all the same', async () => {
  const digest = await r.handedIn({
    subject: 'News of the School',
    direction: DIRECTIONS.digest,
    eventDate: '',
    signature: '',
    text: `${'News. '.repeat(300)}\n\nMore.\n\nMore.\n\nMore.`,
  });
  assert.equal([(await r.row(digest)).findings, (await r.row(digest)).dates], ['Nothing found.', 'No window.']);
  assert.equal(await r.needs(digest), [['moderate', 'Gulnara Tasova']]);
  await r.decide(digest, 'reject', MODERATOR, WORDS);
  const board = await r.handedIn({ subject: 'The Board', direction: DIRECTIONS['board-decision'], eventDate: '' });
  assert.equal([(await r.row(board)).dates, (await r.needs(board)).length], ['No window.', 1]);
  assert.match(await r.decide(board, 'reject', MODERATOR, WORDS), /Rejected/);
});

s('a post alone reaches nobody’s mailbox, and is done when the officer confirms it with its link', async () => {
  const post = { social: 'Only a post', posterText: 'Come and see', hashtag: '#NUSEDS', text: '', signature: '' };
  const { id = '' } = await r.typed(request({ subject: 'Poster', ...post }));
  assert.match(await r.handIn(id), /Missing before it can be handed in: the poster/);
  assert.match(await r.upload(id, 'poster', pngOf(800, 600)), /The file is kept/);
  assert.match(await r.handIn(id), /Handed in\./);
  assert.is((await r.row(id)).audience, 'Nobody: only a post.');
  const said = await r.decide(id, 'approve', MODERATOR);
  assert.match(said, /Approved/, said);
  assert.is(await stage(id), 'Scheduled');
  assert.match((await letterTo(r.people, OFFICER, /Poster/)).text, /#NUSEDS/);
  assert.match(await r.decide(id, 'social-return', OFFICER, WORDS, 'social'), /Noted/);
  assert.equal(await r.needs(id), [['social-returned', 'Gulnara Tasova']]);
  await r.decide(id, 'social-again', MODERATOR);
  assert.match(
    await r.decide(id, 'social-confirm', OFFICER, { link: 'https://social.example/p/1' }, 'social'),
    /The post is confirmed/,
  );
  assert.equal([await stage(id), (await r.row(id)).post], ['Done', 'https://social.example/p/1']);
});

s('Refused: one that nobody decided is never sent late, whatever the program slept through', async () => {
  const id = await r.handedIn({ subject: 'Slept through', eventDate: '2026-09-14' });
  assert.match((await r.row(id)).dates ?? '', / to 7 September 2026;/);
  await r.to('2026-09-21', '09:00');
  assert.equal([await stage(id), await r.needs(id)], ['Refused', []]);
  await letterTo(r.people, INITIATOR, /Too late to send: Slept through/);
});

const ALUMNI = ['aigerim.sadykova', 'timur.akhmetov', 'zarina.iskakova'].map((name) => `${name}@alumni.example`);
const got = async (subject: string): Promise<string[]> =>
  (await r.people.letters())
    .filter((letter) => letter.subject === subject)
    .map(({ to }) => to)
    .sort();

s('Sending: at its hour it goes to everybody chosen, once; Sent and Done follow with a report', async () => {
  const emergency = await r.bySubject('Emergency');
  assert.equal([emergency.stage, await got('Emergency')], ['Done', ALUMNI], 'at once, under an entry of force majeure');
  assert.match(emergency.progress ?? '', /3/);
  await letterTo(r.people, INITIATOR, /Emergency.*sent|sent.*Emergency|Report.*Emergency/i);
  await letterTo(r.people, MODERATOR, /Emergency.*sent|sent.*Emergency|Report.*Emergency/i);
  assert.is(await r.say(emergency.id, 'withdraw', 'initiator'), 'unknown-run');
});

s(
  'Scheduled: a third mailing of a week is held for those who would get too many, until a moderator decides',
  async () => {
    const ids: string[] = [];
    for (const subject of ['First of the week', 'Second of the week']) {
      const id = await r.handedIn({ subject, wished: '2026-10-01', eventDate: '2026-10-15' });
      assert.match(await r.decide(id, 'approve', MODERATOR), /Approved/);
      ids.push(id);
    }
    const [first = '', second = ''] = ids;
    await r.to('2026-09-30', '10:05');
    assert.equal([await stage(broad), await got('Broad and changed')], ['Scheduled', []]);
    assert.is(
      await note(broad),
      'Held: too many of its readers would get too many mailings this week. Better: 5 October 2026.',
    );
    assert.match(
      (await r.row(broad)).overlap ?? '',
      /2 people would get 3 \(too many\) · with ML-.* · better: 5 October 2026$/,
    );
    assert.equal(await r.needs(broad), [['overlap', 'Gulnara Tasova']]);
    assert.match(await r.decide(broad, 'overlap-accepted', MODERATOR), /Noted/);
    assert.equal(
      [await stage(broad), await got('Broad and changed')],
      ['Done', [ALUMNI[0], 'madina.zhunusova@alumni.example', ALUMNI[2]].sort()],
    );
    assert.ok((await historyOf(r.people, broad)).includes('Overlap accepted'));
    await r.to('2026-10-01', '10:05');
    assert.equal([await stage(first), await stage(second)], ['Scheduled', 'Scheduled'], 'each would be the third');
    assert.match(await r.decide(first, 'day', MODERATOR, { day: '2026-10-05' }), /Noted/);
    assert.match(await next(first), /^Goes out 5 October 2026, 10:00/);
    assert.equal(
      [await stage(second), await got('Second of the week')],
      ['Done', ALUMNI],
      'two that week are not too many',
    );
    await r.to('2026-10-05', '10:05');
    assert.equal([await stage(first), await got('First of the week')], ['Done', ALUMNI]);
  },
);

s.run();
