// runner: minutes=3
/**
 * Deliveries from a real approval on, steered by moderators on their page, behind a mail server that asks to come again, on a frozen clock.
 * Everything is a press, a typed cell or a move of the clock; what became of it is read from rows, files and the inbox.
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { DeliveryMemory, RecipientLine } from '../../domain/mailing/delivery/index.ts';
import type { Cells } from '../../local/client/index.ts';
import { createRecipients, googleClients } from '../../sheets/index.ts';
import { INITIATOR, MODERATOR, OFFICER, Requests, request } from '../lifecycle/mailings.ts';
import { historyOf, lastLetter } from '../lifecycle/people.ts';
import { formsIn } from '../support/forms.ts';
import { type MailGate, openMailGate } from '../support/mail-gate.ts';
import { pngOf } from '../support/png.ts';
import { letterTo, type Programme, rowOf, startProgramme } from '../support/programme.ts';
import { until } from '../support/until.ts';

const s = suite('a delivery steered from its pages');
const AIGERIM = 'aigerim.sadykova@alumni.example';
const TIMUR = 'timur.akhmetov@alumni.example';
const ZARINA = 'zarina.iskakova@alumni.example';
const EVERYBODY = [AIGERIM, TIMUR, ZARINA];
/** Its window is open on the first day and closes on 14 September. */
const NOW_OPEN = { eventDate: '2026-09-21', wished: '2026-09-01' };

let p: Programme;
let r: Requests;
let gate: MailGate;
s.before(async () => {
  gate = await openMailGate();
  // 10:30 in Almaty, after the hour of sending: what is approved for today goes out at once.
  p = await startProgramme({
    now: '2026-09-01T05:30:00Z',
    env: { SMTP_URL: `smtp://127.0.0.1:${gate.port}`, BULK_CONNECTIONS: '1' },
  });
  gate.leadTo(p.stack.smtpPort);
  r = new Requests(p);
  await r.people.settle();
  const unit = await rowOf(r.people, 'units', { code: 'SEDS' });
  await r.people.edit('units', unit.id ?? '', { dataSubmitted: '2026-08-20' });
  const share = await rowOf(r.people, 'settings', { key: 'mailsPerWeek' });
  await r.people.edit('settings', share.id ?? '', { value: '50' });
  await r.people.settle();
});
s.after(async () => {
  await gate?.close();
  await p?.close();
});
s.before.each(() => {
  gate.answer = () => undefined;
});

/** How many got it, in the report. */
const REPORTED = /Sent: 2\b[\s\S]*Refused by the mail server: 0\b[\s\S]*Not sent: 1\b/;
const memoryOf = async (id: string): Promise<DeliveryMemory> =>
  JSON.parse((await r.row(id)).delivery || '{}') as DeliveryMemory;
const stage = async (id: string): Promise<string | undefined> => (await r.row(id)).stage;
async function linesOf({ file, count }: DeliveryMemory): Promise<readonly RecipientLine[]> {
  const { sheets, drive } = googleClients(p.stack.url, undefined);
  return createRecipients({ sheets, drive, beside: '', now: Date.now }).read(file, 0, count);
}
const statuses = async (id: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await linesOf(await memoryOf(id))).map(({ email, status }) => [email, status]));
/** Everybody who got a copy, once for each. */
const got = async (subject: string): Promise<string[]> =>
  (await r.people.letters())
    .filter((letter) => letter.subject === subject)
    .map(({ to }) => to)
    .sort();
const greylist = (...who: string[]): void => {
  gate.answer = (to) => (who.includes(to) ? '451 4.7.1 come again' : undefined);
};
const by = (minutes: number): Promise<unknown> => r.people.move({ by: `PT${minutes}M` });

/** The page of a moderator with this request opened. */
async function pageOf(id: string, email = MODERATOR): Promise<string> {
  const at = new URL(await r.link(email, 'moderate'));
  at.searchParams.set('open', id);
  return at.href;
}
const actsOn = async (url: string): Promise<(string | null)[]> =>
  formsIn((await r.people.open(url)).html, url).map(({ body }) => body.get('act'));
/** Scanners and readers who only look: whatever they ask for, no run hears of it and no cell changes. */
async function unmoved(id: string, url: string): Promise<void> {
  const now = async () => {
    const runs = ['mailing', 'delivery'].map((name) => p.temporal.workflow.getHandle(`${name}/${id}`).describe());
    return [(await Promise.all(runs)).map(({ historyLength }) => historyLength), await r.row(id)];
  };
  const before = await now();
  for (const query of ['', '&act=pause', '&act=stop&sure=1', '&act=social-again&press=1', '&said=noted'])
    assert.is((await fetch(`${url}${query}`)).status, 200);
  await fetch(url, { method: 'HEAD' });
  assert.equal(await now(), before);
}
/** Presses a button of the page and does not wait for what follows. */
async function pressed(url: string, act: string, fields: Cells = {}): Promise<Response> {
  const form = formsIn((await r.people.open(url)).html, url).find(({ body }) => body.get('act') === act);
  if (!form) throw new Error(`nobody is asked to "${act}" there`);
  for (const [name, value] of Object.entries(fields)) form.body.set(name, value);
  return fetch(form.action, { method: 'POST', body: form.body });
}
/** Handed in and approved for now: it is being sent when this comes back. */
async function underWay(subject: string, rest: Cells = {}): Promise<string> {
  const id = await r.handedIn({ ...NOW_OPEN, subject, ...rest });
  assert.match(await r.decide(id, 'approve', MODERATOR), /Approved/);
  return id;
}

s('whose server asks to come again is tried after a quarter of an hour, then an hour, and gets one copy', async () => {
  greylist(TIMUR);
  const id = await underWay('Greylisted');
  const due = (minutes: number, since: string): string =>
    new Date(new Date(since).getTime() + minutes * 60_000).toISOString().replace('.000Z', 'Z');
  const began = await r.people.now();
  const first = await memoryOf(id);
  assert.equal([first.stage, first.due], ['waiting', due(15, began)]);
  assert.is((await r.row(id)).progress, '2 of 3 sent · 1 to be tried again');
  await r.people.move({ to: due(14, began) });
  assert.is((await memoryOf(id)).pass.number, first.pass.number, 'not before its time');
  await r.people.move({ to: due(15, began) });
  const second = await memoryOf(id);
  assert.equal([second.stage, second.due, second.counts.deferred], ['waiting', due(75, began), 1]);
  gate.answer = () => undefined;
  await r.people.move({ to: due(75, began) });
  const done = await memoryOf(id);
  assert.equal([done.stage, done.counts], ['done', { sent: 3, failed: 0, leftOut: 0, unknown: 0, deferred: 0 }]);
  assert.equal(await got('Greylisted'), EVERYBODY, 'one each, and the third late');
  assert.equal([await stage(id), (await r.row(id)).progress], ['Done', '3 of 3 sent']);
});

s(
  'approval freezes exactly those it was about; taken back it forgets them, and the next one freezes anew',
  async () => {
    const id = await r.handedIn({ ...NOW_OPEN, subject: 'Frozen', wished: '2026-09-02' });
    assert.equal([(await r.row(id)).recipients, (await r.row(id)).delivery], ['', '']);
    assert.match(await r.decide(id, 'approve', MODERATOR), /Approved/);
    const first = await memoryOf(id);
    const row = await r.row(id);
    assert.equal([row.stage, row.progress, first.stage], ['Scheduled', '3 recipients, frozen at approval', 'frozen']);
    assert.match(row.recipients ?? '', new RegExp(first.file));
    const lines = await linesOf(first);
    assert.equal(
      lines.map(({ email, school, status }) => [email, school, status]).sort(),
      EVERYBODY.map((email) => [email, 'SEDS', '']),
    );
    const [alumnus] = lines;
    const name = (await rowOf(r.people, 'alumni', { id: alumnus?.id ?? '' })).name;
    assert.is(alumnus?.name, name);

    const changed = await r.changed(id, { text: 'Dear graduates,\n\nit is another lecture.' });
    assert.equal(
      [changed.stage, changed.recipients, changed.delivery, changed.progress],
      ['In moderation', '', '', ''],
    );
    assert.match(await r.decide(id, 'approve', MODERATOR), /Approved/);
    const second = await memoryOf(id);
    assert.is.not(second.freeze, first.freeze);
    assert.is.not(second.file, first.file);

    // Somebody leaves between approval and the hour: the approval holds, and the copy is left out.
    const { links } = await letterTo(r.people, TIMUR, /^Greylisted$/);
    const leave = links.find(({ href }) => /\/unsubscribe\//.test(href))?.href ?? '';
    assert.is((await r.people.press(leave)).status, 200);
    await r.people.settle();
    assert.is(await stage(id), 'Scheduled');
    await r.to('2026-09-02', '10:00');
    assert.equal([await stage(id), await got('Frozen')], ['Done', [AIGERIM, ZARINA]]);
    assert.is((await r.row(id)).progress, '2 of 3 sent · 1 left out since approval');
    assert.equal(await statuses(id), { [AIGERIM]: 'sent', [TIMUR]: 'left out', [ZARINA]: 'sent' });
    assert.equal(
      (await linesOf(first)).map(({ status }) => status),
      ['', '', ''],
      'the file of the approval that was taken back is never written to',
    );
    const away = await rowOf(r.people, 'suppressed', { email: TIMUR });
    await r.people.edit('suppressed', away.id ?? '', { lifted: 'TRUE' });
    await r.people.settle();
  },
);

s('the page pauses, resumes and, asked once more, stops what is being sent; looking changes nothing', async () => {
  greylist(TIMUR);
  const id = await underWay('Stopped');
  const url = await pageOf(id);
  await unmoved(id, url);
  assert.equal(await actsOn(url), ['pause', 'stop']);
  await r.decide(id, 'pause', MODERATOR);
  assert.equal([(await memoryOf(id)).stage, (await r.row(id)).nextStep], ['paused', 'Paused.']);
  assert.equal(await actsOn(url), ['resume', 'stop']);
  // In the same minute; each press counts.
  await r.decide(id, 'resume', MODERATOR);
  assert.is((await memoryOf(id)).stage, 'waiting');
  await r.decide(id, 'pause', MODERATOR);
  assert.equal([(await memoryOf(id)).stage, (await memoryOf(id)).pause], ['paused', 'asked']);
  await by(30);
  assert.is((await memoryOf(id)).pass.number, 1, 'nobody is tried while it stands');
  await r.decide(id, 'resume', MODERATOR);
  assert.is((await memoryOf(id)).pass.number, 2);

  assert.match(await (await pressed(url, 'stop')).text(), /Are you sure\?/);
  await r.people.settle();
  assert.equal([await stage(id), (await memoryOf(id)).stage], ['Sending', 'waiting'], 'asked, not done');
  await r.decide(id, 'stop', MODERATOR);
  assert.equal([await stage(id), (await memoryOf(id)).stage], ['Done', 'done']);
  assert.is((await r.row(id)).progress, '2 of 3 sent · 1 not sent');
  for (const to of [INITIATOR, MODERATOR]) {
    const { text } = await letterTo(r.people, to, /Stopped/);
    assert.match(text, REPORTED);
  }
  const history = await historyOf(r.people, id);
  assert.equal(
    history.filter((change) => change.startsWith('Delivery: ')),
    ['Delivery: pause', 'Delivery: resume', 'Delivery: pause', 'Delivery: resume', 'Delivery: stop'],
  );
  gate.answer = () => undefined;
  await by(300);
  assert.equal(await got('Stopped'), [AIGERIM, ZARINA], 'never after it was stopped');
});

s('a post that the officer gave back is sent again from the page; one press, one letter', async () => {
  const subject = 'With a post';
  const social = { social: 'With the mailing', posterText: 'Come and see', hashtag: '#NUSEDS' };
  const { id = '' } = await r.typed(request({ ...NOW_OPEN, ...social, subject }));
  assert.match(await r.upload(id, 'poster', pngOf(800, 600)), /The file is kept/);
  assert.match(await r.handIn(id), /Handed in\./);
  assert.match(await r.decide(id, 'approve', MODERATOR), /Approved/);
  assert.equal([await stage(id), await got(subject)], ['Sent', EVERYBODY]);
  const posts = async () => (await r.letters(subject)).filter((each) => each.startsWith(OFFICER)).length;
  assert.is(await posts(), 1);
  await r.decide(id, 'social-return', OFFICER, { words: 'The poster cannot be read.' }, 'social');
  const url = await pageOf(id);
  await unmoved(id, url);
  assert.is(await posts(), 1);
  assert.equal(await actsOn(url), ['social-again']);
  const old = await r.people.open(url);
  await r.decide(id, 'social-again', MODERATOR);
  assert.is(await posts(), 2);
  assert.equal(await r.needs(id), []);
  // A second window that still shows the button.
  const [late] = formsIn(old.html, url);
  const refused = await fetch(late?.action ?? '', { method: 'POST', body: late?.body ?? '' });
  await r.people.settle();
  assert.equal([refused.status, await posts()], [409, 2]);
  const confirmed = { link: 'https://social.example/p/1' };
  assert.match(await r.decide(id, 'social-confirm', OFFICER, confirmed, 'social'), /The post is confirmed/);
  assert.equal([await stage(id), await got(subject)], ['Done', EVERYBODY], 'the mailing itself went once');
});

s('the end of the window stops what is left, waiting or paused; it is counted, and said', async () => {
  await r.to('2026-09-02', '22:00');
  const closing = { eventDate: '2026-09-09', wished: '2026-09-02' };
  greylist(TIMUR);
  const waiting = await underWay('Closing while it waits', closing);
  const paused = await underWay('Closing while it stands', closing);
  await r.decide(paused, 'pause', MODERATOR);
  assert.match((await r.row(waiting)).dates ?? '', / to 2 September 2026;/);
  await r.to('2026-09-02', '23:59');
  assert.equal([await stage(waiting), await stage(paused)], ['Sending', 'Sending']);
  gate.answer = () => undefined;
  const since = await lastLetter(r.people);
  await r.to('2026-09-03', '00:00');
  assert.equal([await stage(waiting), await stage(paused)], ['Done', 'Done']);
  assert.is((await r.row(waiting)).progress, '2 of 3 sent · 1 not sent');
  assert.is((await r.row(paused)).progress, '2 of 3 sent · 1 not sent');
  for (const id of [waiting, paused])
    assert.ok((await historyOf(r.people, id)).includes('The window closed during delivery'));
  for (const to of [INITIATOR, MODERATOR]) {
    const reports = (await r.people.letters(to, since)).filter(({ subject }) => subject.includes('Closing while it'));
    assert.is(reports.length, 2);
    for (const { text } of reports) assert.match(text, REPORTED);
  }
  await by(600);
  assert.equal(
    [await got('Closing while it waits'), await got('Closing while it stands')],
    [
      [AIGERIM, ZARINA],
      [AIGERIM, ZARINA],
    ],
  );
});

s('a worker that falls and a run that is lost: it goes on from its row, and staff settle who is in doubt', async () => {
  const taken = Promise.withResolvers<void>();
  const held = Promise.withResolvers<string | undefined>();
  gate.answer = (to) => {
    if (to !== TIMUR) return undefined;
    taken.resolve();
    return held.promise;
  };
  await r.to('2026-09-03', '10:30');
  const id = await r.handedIn({ ...NOW_OPEN, subject: 'Interrupted' });
  assert.is((await pressed(await pageOf(id), 'approve')).status, 200);
  await taken.promise;
  const worker = p.stack.supervisor.pids().worker ?? 0;
  process.kill(worker, 'SIGKILL');
  const lost = p.temporal.workflow.getHandle(`delivery/${id}`);
  await lost.terminate('lost in this test');
  // The reader of the workbook starts anew, as it does on an empty database, and looks for rows without a run.
  await p.temporal.workflow.getHandle('sync/mailings').terminate('lost in this test');
  held.resolve('451 4.7.1 too late');
  gate.answer = () => undefined;
  const done = await until(async () => {
    const memory = await memoryOf(id);
    return memory.stage === 'done' && memory;
  }, 30_000);
  assert.is.not(p.stack.supervisor.pids().worker, worker);
  const arrived = await got('Interrupted');
  const isIn = (email: string): boolean => arrived.includes(email);
  assert.not.ok(isIn(TIMUR));
  // Claimed together, so whoever came after the one that was held is in doubt, too: nobody knows, and nobody gets two.
  const expected = EVERYBODY.map((email) => [email, isIn(email) ? 'sent' : 'unknown']);
  assert.equal(await statuses(id), Object.fromEntries(expected));
  assert.equal([done.counts.sent, done.counts.unknown], [arrived.length, 3 - arrived.length]);
  assert.is((await r.row(id)).progress, `${arrived.length} of 3 sent · ${3 - arrived.length} unknown`);
  const need = () => rowOf(r.people, 'needs', { cause: `delivery-unknown/${id}` });
  const { id: asked = '', state, owner } = await until(need);
  assert.equal([state, owner], ['Open', 'Gulnara Tasova']);

  await r.people.edit('needs', asked, { action: 'Mark sent' });
  const marked = await until(async () => {
    const memory = await memoryOf(id);
    return memory.counts.unknown === 0 && memory;
  }, 30_000);
  assert.equal([marked.stage, marked.counts.sent], ['done', 3]);
  // Rows of the queue stand in another workbook, which is written after.
  await until(async () => (await need()).state === 'Closed');
  assert.is((await r.row(id)).progress, '3 of 3 sent');
  const lines = await linesOf(marked);
  assert.ok(lines.every(({ status }) => status === 'sent'));
  assert.equal(
    lines
      .filter(({ reply }) => reply === 'marked by staff')
      .map(({ email }) => email)
      .sort(),
    EVERYBODY.filter((email) => !isIn(email)),
  );
  assert.equal(await got('Interrupted'), arrived, 'marking sends nothing');
});

s.run();
