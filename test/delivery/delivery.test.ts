/** Deliveries on the whole local stack with a mail server that refuses, asks to come again, or does not let us in. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { AnyChange, View } from '../../activities/ports.ts';
import { openMailing, type PlayedMailing } from '../../bench/mail/mailing.ts';
import { openSink, type Sink } from '../../bench/mail/sink.ts';
import { rowId } from '../../domain/program/index.ts';
import { judgeSignature } from '../support/dkim.ts';
import { type Programme, startProgramme } from '../support/programme.ts';
import { until } from '../support/until.ts';

const s = suite('delivery of a mailing');
let p: Programme;
let sink: Sink;
let login: (() => string) | undefined;
let drop: (to: string) => boolean = () => false;
let refuse: (to: string) => string | undefined = () => undefined;
const open: PlayedMailing[] = [];
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
let folder: string;

s.before(async () => {
  sink = await openSink({
    recipient: (to) => refuse(to),
    auth: () => login?.() ?? '235 welcome',
    dropAfter: (to) => drop(to),
    keep: true,
  });
  folder = await mkdtemp(join(tmpdir(), 'dkim-'));
  const keyFile = join(folder, 'dkim.pem');
  await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  p = await startProgramme({
    clock: 'real',
    env: {
      SMTP_URL: `smtp://user:secret@127.0.0.1:${sink.port}`,
      DKIM_DOMAIN: 'nu.edu.kz',
      DKIM_SELECTOR: 'mailings',
      DKIM_KEY_FILE: keyFile,
    },
  });
});
s.after(async () => {
  for (const mailing of open) await mailing.close();
  await p?.close();
  await sink?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function begun(recipients: number, school: string): Promise<PlayedMailing> {
  const { stack, namespace } = p;
  const mailing = await openMailing(
    { url: stack.url, dataDir: stack.dataDir, temporalAddress: stack.temporalAddress, namespace },
    recipients,
    school,
  );
  open.push(mailing);
  assert.is(mailing.prints.count, recipients);
  await mailing.say('freeze');
  return mailing;
}
const stage = (mailing: PlayedMailing, wanted: string) =>
  until(async () => {
    const memory = await mailing.memory();
    return memory?.stage === wanted && memory;
  }, 20_000);
const mine = () => sink.taken.filter(({ to }) => to.startsWith('graduate.'));

s('everybody gets one copy, and the file says so', async () => {
  const mailing = await begun(450, 'SEDS');
  await rate(mailing, '0');
  const frozen = await stage(mailing, 'frozen');
  assert.is(frozen.count, 450);
  await mailing.say('send');
  const done = await stage(mailing, 'done');
  assert.is(done.counts.sent, 450);
  assert.is(new Set(mine().map(({ to }) => to)).size, 450);
  assert.is(mine().length, 450);
  const lines = await mailing.lines();
  assert.ok(lines.every(({ status }) => status === 'sent'));
  assert.is(lines.length, 450);
  assert.is((await mailing.row())?.cells.progress, '450 of 450 sent');
});

s(
  'each copy carries what bulk mail has to; what comes back marks its recipient and suppresses the address',
  async () => {
    const [first] = open;
    if (!first) throw new Error('no mailing');
    const [taken] = mine();
    const message = sink.messages[sink.taken.findIndex(({ to }) => to === taken?.to)] ?? '';
    const signature = judgeSignature(message, publicKey);
    assert.equal([signature.domain, signature.selector, signature.problem], ['nu.edu.kz', 'mailings', undefined]);
    for (const name of ['from', 'list-unsubscribe', 'list-unsubscribe-post'])
      assert.ok(signature.signed.includes(name), `${name} is not signed (RFC 8058)`);
    const head = message.slice(0, message.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
    assert.match(
      head,
      /^List-Unsubscribe: <http:\S+\/unsubscribe\/\S+>, <mailto:bounces\+u\.\S+@nu\.edu\.kz\?subject=unsubscribe>$/m,
    );
    assert.match(head, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    assert.match(head, /^List-Id: .*<seds\.mailings\.nu\.edu\.kz>$/im);
    assert.match(head, /^Precedence: bulk$/m);
    assert.match(head, /^Auto-Submitted: auto-generated$/m);
    assert.match(taken?.from ?? '', /^bounces\+b\.ml-/);
    const post = createTransport({ host: '127.0.0.1', port: p.stack.smtpPort, ignoreTLS: true });
    const report = `To: ${taken?.from}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${taken?.to}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n`;
    for (let i = 0; i < 2; i++) await post.sendMail({ envelope: { from: '', to: taken?.from ?? '' }, raw: report });
    post.close();
    // The file of the recipients is written before the workbook.
    await until(async () => (await first.row())?.cells.progress === '450 of 450 sent · 1 bounced');
    assert.is((await byEmail(first))(taken?.to ?? '')?.status, 'bounced');
    const rows = await first.record.ask((view: View) =>
      view.rows('suppressed').filter(({ cells }) => cells.email === taken?.to),
    );
    assert.equal(
      rows.map(({ cells }) => [cells.why, cells.mailing]),
      [['Bounced', first.id]],
    );
  },
);

s(
  'those who left or bounced since approval get nothing; a pause stands within seconds, and resuming goes on',
  async () => {
    const mailing = await begun(600, 'SSH');
    await stage(mailing, 'frozen');
    await mailing.record.commit(() => ({
      changes: [
        suppress(mailing.emailOf(5), { why: 'Unsubscribed', scope: 'All mailings' }),
        suppress(mailing.emailOf(6), { why: 'Bounced' }),
        // Of the own School it still wants to hear, and this one is.
        suppress(mailing.emailOf(7), { why: 'Unsubscribed', scope: 'All but those of the own School' }),
      ],
      result: undefined,
    }));
    await rate(mailing, '3000');
    const before = mine().length;
    await mailing.say('send');
    await until(() => mine().length > before + 20);
    await mailing.say('pause');
    const paused = await stage(mailing, 'paused');
    const standing = mine().length;
    assert.ok(standing - before < 600, `${standing - before} went before the pause`);
    assert.is(paused.counts.sent, standing - before);
    await sleep(1_000);
    assert.is(mine().length, standing, 'nothing goes while it stands');
    await rate(mailing, '0');
    await mailing.say('resume');
    const done = await stage(mailing, 'done');
    assert.is(done.counts.leftOut, 2);
    assert.is(done.counts.sent, 598);
    const got = mine()
      .slice(before)
      .map(({ to }) => to);
    assert.is(new Set(got).size, got.length);
    assert.not.ok(got.includes(mailing.emailOf(5)) || got.includes(mailing.emailOf(6)));
    assert.ok(got.includes(mailing.emailOf(7)));
    const of = await byEmail(mailing);
    assert.is(of(mailing.emailOf(5))?.status, 'left out');
    assert.is(of(mailing.emailOf(6))?.reply, 'bounced');
  },
);

s('a server that does not let us in stops the delivery and burns nobody; a changed list stops it, too', async () => {
  const mailing = await begun(250, 'GSB');
  const { file } = await stage(mailing, 'frozen');
  login = () => '535 5.7.8 wrong password';
  // Connections that are open stay let in; the next ones are asked anew.
  sink.hangUp();
  await mailing.say('send');
  const refused = await stage(mailing, 'paused');
  assert.is(refused.pause, 'refused-us');
  assert.is(refused.counts.failed, 0);
  const needs = await p.people.rows('needs');
  assert.ok(needs.some(({ cause, state }) => cause === `delivery-refused/${mailing.id}` && state === 'Open'));
  login = undefined;
  const tenth = (await mailing.lines())[9]?.email ?? '';
  await mailing.google.sheets.spreadsheets.values.update({
    spreadsheetId: file,
    range: 'Recipients!D11',
    valueInputOption: 'RAW',
    requestBody: { values: [['somebody.else@alumni.example']] },
  });
  await chosen(mailing, 'delivery-refused', 'Resume');
  const changed = await until(async () => {
    const memory = await mailing.memory();
    return memory?.pause === 'changed' && memory;
  });
  assert.is(changed.counts.sent, 0);
  await mailing.google.sheets.spreadsheets.values.update({
    spreadsheetId: file,
    range: 'Recipients!D11',
    valueInputOption: 'RAW',
    requestBody: { values: [[tenth]] },
  });
  const before = mine().length;
  await chosen(mailing, 'delivery-changed', 'Resume');
  const done = await stage(mailing, 'done');
  assert.is(done.counts.sent, 250);
  assert.is(mine().length - before, 250);
  await until(async () =>
    (await p.people.rows('needs')).every(
      ({ about, state }) => about !== `delivery/${mailing.id}` || state === 'Closed',
    ),
  );
});

s('a refused address fails alone, one whose server wants us later waits, and stopping counts the rest', async () => {
  const mailing = await begun(220, 'GSE');
  await stage(mailing, 'frozen');
  refuse = (to) =>
    to === mailing.emailOf(3)
      ? '550 5.1.1 no such user'
      : to === mailing.emailOf(4)
        ? '451 4.7.1 greylisted, come again'
        : undefined;
  await mailing.say('send');
  const waiting = await stage(mailing, 'waiting');
  assert.equal(waiting.counts, { sent: 218, failed: 1, leftOut: 0, unknown: 0, deferred: 1 });
  assert.ok(waiting.due);
  await mailing.say('stop');
  const done = await stage(mailing, 'done');
  assert.is(done.counts.sent, 218);
  refuse = () => undefined;
  const row = await mailing.row();
  assert.is(row?.cells.progress, '218 of 220 sent · 1 failed · 1 not sent');
  const after = await until(async () => {
    const mailingRow = await mailing.row();
    return mailingRow?.cells.stage !== 'Sending' && mailingRow?.cells.stage;
  });
  assert.ok(['Sent', 'Done'].includes(after), after);
  const of = await byEmail(mailing);
  assert.is(of(mailing.emailOf(3))?.status, 'failed');
  assert.match(of(mailing.emailOf(3))?.reply ?? '', /no such user/);
  assert.is(of(mailing.emailOf(4))?.status, 'deferred');
});

s('a connection lost after the message leaves a copy in doubt until staff say what to do', async () => {
  const mailing = await begun(210, 'GSPP');
  await stage(mailing, 'frozen');
  drop = (to) => to === mailing.emailOf(17) || to === mailing.emailOf(18);
  refuse = (to) => (to === mailing.emailOf(4) ? '451 4.7.1 greylisted, come again' : undefined);
  await mailing.say('send');
  const waiting = await stage(mailing, 'waiting');
  drop = () => false;
  refuse = () => undefined;
  assert.equal([waiting.counts.unknown, waiting.counts.deferred, waiting.counts.sent], [2, 1, 207]);
  await chosen(mailing, 'delivery-unknown', 'Send again');
  const note = await until(async () => (await needOf(mailing, 'delivery-unknown'))?.systemNote || undefined);
  assert.match(note, /still under way; choose it again when it is over/);
  await mailing.say('stop');
  const done = await stage(mailing, 'done');
  // As the refusal says: cleared, and chosen again.
  const { id: row = '' } = await until(() => needOf(mailing, 'delivery-unknown'));
  await p.people.edit('needs', row, { action: '' });
  await until(async () => (await needOf(mailing, 'delivery-unknown'))?.systemNote !== note);
  assert.is(done.counts.unknown, 2, 'nobody in doubt is sent to while others are still to come');
  assert.is((await byEmail(mailing))(mailing.emailOf(17))?.status, 'unknown');
  const before = mine().length;
  await chosen(mailing, 'delivery-unknown', 'Send again');
  await until(() => mine().length === before + 2);
  const again = await until(async () => {
    const memory = await mailing.memory();
    return memory?.stage === 'done' && memory.counts.unknown === 0 && memory;
  });
  assert.is(again.counts.sent, 209);
  const after = (await mailing.lines()).filter(({ status }) => status !== 'sent');
  assert.equal(
    after.map(({ email, status }) => [email, status]),
    [[mailing.emailOf(4), 'deferred']],
  );
});

async function byEmail(mailing: PlayedMailing) {
  const lines = await mailing.lines();
  return (address: string) => lines.find(({ email }) => email === address);
}

const needOf = async (mailing: PlayedMailing, cause: string) =>
  (await p.people.rows('needs')).find((each) => each.cause === `${cause}/${mailing.id}` && each.state === 'Open');

/** An action of staff in the queue. */
async function chosen(mailing: PlayedMailing, cause: string, action: string): Promise<void> {
  const row = await until(() => needOf(mailing, cause));
  await p.people.edit('needs', row.id ?? '', { action });
}

async function rate(mailing: PlayedMailing, value: string): Promise<void> {
  const row = (await p.people.rows('settings')).find(({ key }) => key === 'mailsPerMinute');
  await p.people.edit('settings', row?.id ?? '', { value });
  await mailing.record.read(['settings']);
}

const suppress = (email: string, cells: { why: string; scope?: string }): AnyChange => ({
  tab: 'suppressed',
  id: rowId('suppressed', `test ${email}`),
  cells: { email, ...cells },
  create: {},
});

s.run();
