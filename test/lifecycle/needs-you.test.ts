/** The staff queue: one row per cause, actions that act, owners and deputies, the letter of the day (lifecycle section 7). */
import { createTransport } from 'nodemailer';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { until } from '../support/until.ts';
import { BOTH, type PairOf, type Stand, startPairs } from './pairs.ts';

const s = suite('needs you');
let stand: Stand;
let quiet: PairOf;
const SAULE = { id: '', name: 'Saule Nurlanova', email: 'saule.nurlanova@cac.example' };
const ASKAR = { id: '', name: 'Askar Bekov', email: 'askar.bekov@cac.example' };
const staffRow = async (name: string): Promise<string> =>
  (await stand.rows('staff')).find((row) => row.name === name)?.id ?? '';
const dailyOn = async (who: typeof SAULE, day: string) => {
  await stand.to(day, '08:59');
  const before = (await stand.letters(who)).length;
  await stand.to(day, '09:01');
  return (await stand.letters(who)).slice(before).filter((letter) => /^Needs you/.test(letter.subject));
};
const calendarIn = (letter: { readonly text: string } | undefined): string =>
  /(?:Calendar of mailings|Open the page):\s+(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';

s.before(async () => {
  stand = await startPairs({
    mentors: { 'Aigerim Sadykova': { capacity: '4' } },
    mentees: { 'Bolat Akhmet': {}, 'Dana Serik': {} },
  });
  [quiet] = (await stand.active(['Bolat Akhmet', 'Aigerim Sadykova'])) as [PairOf];
});
s.after(() => stand.close());

s('the letter of the day goes out at 09:00 of working days, even when nothing waits', async () => {
  const [letter] = await dailyOn(SAULE, '2026-09-02');
  assert.is(letter?.subject, 'Needs you: 0 open');
  assert.match(letter?.text ?? '', /Nothing waits for you today/);
  assert.match(letter?.text ?? '', /2026-autumn/);
  const calendar = calendarIn(letter);
  const page = await fetch(calendar);
  assert.is(page.status, 200);
  assert.match(await page.text(), /<h1>Calendar of mailings: September 2026<\/h1>/);
  assert.is((await dailyOn(SAULE, '2026-09-05')).length, 0, 'not on a Saturday');
  assert.is((await dailyOn(ASKAR, '2026-09-07')).length, 1, 'case officers own rows as well');
});

s('many people of one cause are one row, which closes by itself when its cause is gone', async () => {
  const session = (await stand.rows('training'))[1]?.id ?? '';
  await stand.people.edit('training', session, { date: '2026-09-04' });
  await stand.people.settle();
  for (const name of ['Samal Oraz', 'Temir Zhan'])
    await stand.people.answer('mentee', {
      name,
      email: `${name.split(' ')[0]?.toLowerCase()}@nu.edu.kz`,
      letters: 'English',
      timeZone: 'UTC+5',
      topics: ['Networking'],
      languages: ['English'],
      year: '2',
      goals: 'Learn',
      consentProfile: 'Yes',
      consentContact: 'Yes',
      consentStorage: 'Yes',
    });
  await stand.people.settle();
  await stand.to('2026-09-08', '18:00');
  const [letter] = await dailyOn(SAULE, '2026-09-09');
  assert.match(letter?.text ?? '', /2 people wait for a training session/);
  const need = await stand.need('desk', /2 people wait for a training session/);
  await stand.people.add('training', {
    topic: 'One more session',
    audience: 'Everybody',
    date: '2027-01-20',
    from: '17:00',
    to: '18:00',
    place: 'Online',
  });
  await stand.people.settle();
  await dailyOn(SAULE, '2026-09-10');
  const row = await stand.rowIn('needs', need.id ?? '');
  assert.equal([row.state, row.systemNote], ['Closed', 'Closed: the cause is gone.']);
});

s('a row names what, about whom, why, since when and its owner; an action that does not fit is answered', async () => {
  await stand.to('2026-10-12', '17:01');
  const need = await stand.need(quiet.id, /Nobody answers the monthly check/);
  assert.equal([need.about, need.owner, need.state], [quiet.id, 'Saule Nurlanova', 'Open']);
  assert.is(need.since, '2026-10-12T12:00:00Z');
  const wrong = await stand.choose(need, 'Mark sent');
  assert.is(
    wrong.systemNote,
    '"Mark sent" does not fit here. Choose one of: Done, Ask again, Replace mentor, End pair.',
  );
  assert.is(wrong.state, 'Open');
});

s('a snoozed row stays out of the daily letter until its day', async () => {
  const need = await stand.need(quiet.id, /Nobody answers/);
  await stand.people.edit('needs', need.id ?? '', { snooze: '2026-10-15', action: '' });
  await stand.people.settle();
  const [without] = await dailyOn(SAULE, '2026-10-14');
  assert.is(without?.subject, 'Needs you: 0 open');
  const [back] = await dailyOn(SAULE, '2026-10-15');
  assert.is(back?.subject, 'Needs you: 1 open');
  assert.match(back?.text ?? '', /Nobody answers the monthly check/);
});

s(
  'Done closes the row, and the same cause a month later opens it again, where the same action works again',
  async () => {
    const need = await stand.need(quiet.id, /Nobody answers/);
    const done = await stand.choose(need, 'Done');
    assert.equal([done.state, done.systemNote], ['Closed', 'Done: done.']);
    await stand.to('2026-11-13', '17:01');
    const again = await stand.need(quiet.id, /Nobody answers/);
    assert.is(again.id, need.id);
    assert.match(again.why ?? '', /^Month 2/);
    assert.is(again.systemNote, 'Open again: clear Action, then choose.');
    await stand.people.edit('needs', again.id ?? '', { action: '' });
    await stand.people.settle();
    assert.is((await stand.choose(again, 'Done')).state, 'Closed');
    assert.is((await stand.history(quiet.id)).filter((each) => /^Done chosen in Needs you/.test(each)).length, 2);
  },
);

s('while the owner is away, rows and letters go to the deputy, and back', async () => {
  await stand.people.add('staff', { name: 'Nurlan Aset', email: 'nurlan.aset@cac.example', roles: 'Moderator' });
  await stand.people.edit('staff', await staffRow('Saule Nurlanova'), {
    deputy: 'Nurlan Aset',
    awayFrom: '2026-12-15',
    awayTo: '2026-12-17',
  });
  await stand.people.settle();
  const nurlan = { id: '', name: 'Nurlan Aset', email: 'nurlan.aset@cac.example' };
  await stand.to('2026-12-14', '17:01');
  assert.is((await stand.need(quiet.id, /Nobody answers/)).owner, 'Saule Nurlanova');
  const before = (await stand.letters(SAULE)).length;
  assert.match((await dailyOn(nurlan, '2026-12-15'))[0]?.text ?? '', /Nobody answers the monthly check/);
  assert.is((await stand.letters(SAULE)).length, before);
  assert.is((await stand.need(quiet.id, /Nobody answers/)).owner, 'Nurlan Aset');
  assert.is((await dailyOn(nurlan, '2026-12-18')).length, 0);
  assert.is((await stand.letters(SAULE)).length, before + 1);
  assert.is((await stand.need(quiet.id, /Nobody answers/)).owner, 'Saule Nurlanova');
});

s('a role that nobody present has is a row of its own, and closes when somebody has it', async () => {
  await stand.people.edit('staff', await staffRow('Askar Bekov'), { awayFrom: '2026-12-18', deputy: '' });
  await stand.people.settle();
  const need = await stand.need('desk', /Nobody present has the role Case officer/);
  assert.is(need.owner, 'Saule Nurlanova');
  await stand.people.edit('staff', await staffRow('Saule Nurlanova'), { roles: 'Coordinator, Case officer' });
  await stand.people.settle();
  assert.is((await stand.rowIn('needs', need.id ?? '')).state, 'Closed');
});

s('End pair in the queue ends the pair, and the row closes with it', async () => {
  const need = await stand.need(quiet.id, /Nobody answers/);
  await stand.people.edit('needs', need.id ?? '', { action: '' });
  await stand.people.settle();
  const done = await stand.choose(need, 'End pair');
  assert.is(done.state, 'Closed');
  assert.is(await stand.stage(quiet), 'Ended early');
  for (const side of BOTH) await stand.letter(quiet[side], /has ended/);
});

const sendBack = (letter: number, how: string) =>
  fetch(`${stand.people.url}/inbox/${letter}/back`, { method: 'POST', body: new URLSearchParams({ how }) });
const logOf = async (messageId: string) => (await stand.rows('mailLog')).filter((row) => row.message === messageId);

s(
  'a letter to one person that comes back for good is one row about the address, and reported twice still one',
  async () => {
    const { mentee } = quiet;
    const letter = await stand.letter(mentee, /has ended/);
    assert.match(letter.headers['return-path'] ?? '', /^<bounces\+l\.lt-[a-z0-9-]{9}\.0\.[0-9a-f]{12}@nu\.edu\.kz>$/);
    assert.is((await sendBack(letter.id, 'soft')).status, 200);
    await until(async () => (await logOf(letter.messageId))[0]?.reply === 'delayed: the mailbox is full (4.2.2)');
    assert.is((await logOf(letter.messageId))[0]?.status, 'sent');
    assert.equal(await stand.needs(mentee.id), []);
    for (let i = 0; i < 2; i++) assert.is((await sendBack(letter.id, 'hard')).status, 200);
    await until(async () => (await logOf(letter.messageId))[0]?.status === 'bounced');
    assert.is((await logOf(letter.messageId))[0]?.reply, 'there is no such address (5.1.1)');
    const need = await stand.need(mentee.id, /^Letter to Bolat Akhmet \(ME-\S+\) came back: check the address$/);
    assert.equal([need.owner, need.suggested], ['Saule Nurlanova', 'Send again, Done']);
    const link = new URL(need.link ?? '');
    assert.equal([link.searchParams.get('tab'), link.searchParams.get('row')], ['Mentees', mentee.id]);
    assert.match(need.why ?? '', /^Reported: there is no such address \(5\.1\.1\)\. Correct "Email" in Mentees/);
    await stand.people.settle();
    assert.is((await stand.needs(mentee.id)).length, 1);
  },
);

s(
  'a corrected address closes it, and what came back goes there when staff say so; a late report changes nothing',
  async () => {
    const { mentee } = quiet;
    const letter = await stand.letter(mentee, /has ended/);
    const need = await stand.need(mentee.id, /came back/);
    await stand.people.edit('mentees', mentee.id, { email: 'bolat.new@nu.edu.kz' });
    await stand.people.settle();
    const closed = await stand.rowIn('needs', need.id ?? '');
    assert.is(closed.state, 'Closed');
    assert.match(closed.systemNote ?? '', /^Closed: the address was changed/);
    const sent = await stand.choose(need, 'Send again');
    assert.equal([sent.state, sent.systemNote], ['Closed', 'Send again: done.']);
    const again = (await stand.people.letters('bolat.new@nu.edu.kz')).filter(({ subject }) =>
      /has ended/.test(subject),
    );
    assert.is(again.length, 1);
    assert.is(again[0]?.messageId, letter.messageId);
    assert.match(again[0]?.headers['return-path'] ?? '', /\.1\.[0-9a-f]{12}@/);
    const before = [await logOf(letter.messageId), await stand.rows('needs')];
    assert.is((await logOf(letter.messageId))[0]?.status, 'sent');
    const forged = (again[0]?.headers['return-path'] ?? '').replace(/^<|>$/g, '').replace('.1.', '.2.');
    const post = createTransport({ host: '127.0.0.1', port: stand.programme.stack.smtpPort, ignoreTLS: true });
    await post.sendMail({ envelope: { from: '', to: forged }, raw: reportTo(forged) });
    post.close();
    assert.is((await sendBack(letter.id, 'hard')).status, 200);
    // A report that counts, last of all: those before it have been read by then.
    assert.is((await sendBack(again[0]?.id ?? 0, 'soft')).status, 200);
    await until(async () => (await logOf(letter.messageId))[0]?.reply?.startsWith('delayed') === true);
    assert.equal(
      [
        (await logOf(letter.messageId)).map((row) => ({ ...row, reply: before[0]?.[0]?.reply })),
        await stand.rows('needs'),
      ],
      before,
    );
  },
);

s('the calendar in an old letter of the day brings a fresh one, once a day, and to nobody who has left', async () => {
  const [first] = (await stand.letters(SAULE)).filter(({ subject }) => /^Needs you/.test(subject));
  const expired = calendarIn(first);
  const fresh = async () => (await stand.letters(SAULE)).filter(({ subject }) => subject === 'Your fresh link');
  for (let i = 0; i < 2; i++) assert.is((await stand.people.press(expired)).status, 202);
  await stand.people.settle();
  const [letter, ...more] = await fresh();
  assert.is(more.length, 0);
  assert.match(letter?.text ?? '', /look at the calendar of mailings/);
  assert.match((await stand.people.open(calendarIn(letter))).html, /<h1>Calendar of mailings: /);
  await stand.people.edit('staff', await staffRow(SAULE.name), { roles: '' });
  for (const { id, deputy } of await stand.rows('staff'))
    if (id && deputy === SAULE.name) await stand.people.edit('staff', id, { deputy: '' });
  await stand.people.move({ by: 'P1D' });
  assert.is((await stand.people.press(expired)).status, 202);
  await stand.people.settle();
  assert.is((await fresh()).length, 1);
});

const reportTo = (address: string) =>
  `To: <${address}>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; a@nu.edu.kz\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n`;

s.run();
