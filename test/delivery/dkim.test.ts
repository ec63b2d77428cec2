/** Signing of mailings, judged by a receiver's own reading of RFC 6376, and what RFC 8058 asks to be signed. */
import { generateKeyPairSync } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { BulkMailing, CopyTo } from '../../activities/index.ts';
import { openSink, type Sink } from '../../bench/mail/sink.ts';
import { createBulkMail } from '../../mail/index.ts';
import { judgeSignature } from '../support/dkim.ts';
import { pngOf } from '../support/png.ts';

const s = suite('signatures of mailings');
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;

const TO: CopyTo = {
  mailing: 'ML-7KQ2-M9FX',
  to: { name: 'Әйгерім Садықова', email: 'aigerim@alumni.example' },
  messageId: '<ML-7KQ2-M9FX.0@nu.edu.kz>',
  bounceKey: 'ML-7KQ2-M9FX/ABCDEFGH12/0',
  links: {
    unsubscribe: `https://pages.nu.edu.kz/unsubscribe/${'a'.repeat(300)}`,
    preferences: 'https://pages.nu.edu.kz/preferences/b',
  },
};
/** Text that a canonical form has to get right: lines with a dot first, spaces at their ends, empty lines at the end. */
const TEXT = `Құрметті түлектер,\n\n.a line\n..another\n${'word '.repeat(60)}   \ntabs\t\tand  spaces \n\n\n`;
const mailingOf = (more: Partial<BulkMailing> = {}): BulkMailing => ({
  copy: {
    subject: 'Ашық дәріс: цифрлық егіздер, a subject that is long enough to be folded over more than one line',
    preheader: '',
    language: 'kk',
    fill: ({ unsubscribe }) => ({ html: `<p>${TEXT}</p><a href="${unsubscribe}">-</a>`, text: TEXT }),
  },
  replyTo: 'cac@nu.edu.kz',
  unit: 'SEDS',
  ...more,
});

const bulkMail = (port: number) =>
  createBulkMail({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: { name: 'Career and Advising Center', email: 'cac@nu.edu.kz' },
    connections: 1,
    bounces: 'bounces@nu.edu.kz',
    keys: [{ kid: 'a', secret: 'a secret of this test, long enough' }],
    dkim: {
      domain: 'nu.edu.kz',
      selector: 'mailings',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  });

async function sent(mailing: BulkMailing): Promise<string> {
  const sink = await openSink({ keep: true });
  const mail = bulkMail(sink.port);
  try {
    assert.is((await mail.send(mailing, TO)).status, 'sent');
    return sink.messages[0] ?? '';
  } finally {
    mail.close();
    await sink.close();
  }
}

s('a receiver finds the signature whole, with or without a picture, and signed by nobody else', async () => {
  const picture = { name: 'poster.png', type: 'image/png', bytes: pngOf(80, 60) };
  for (const message of [await sent(mailingOf()), await sent(mailingOf({ picture }))]) {
    const { domain, selector, problem } = judgeSignature(message, publicKey);
    assert.equal([domain, selector, problem], ['nu.edu.kz', 'mailings', undefined]);
    assert.is(judgeSignature(message, other).problem, 'headers');
  }
});

s('both unsubscribe headers are signed, and every other one that a reader sees or answers to', async () => {
  const message = await sent(mailingOf());
  const { signed } = judgeSignature(message, publicKey);
  const wanted = ['from', 'to', 'subject', 'date', 'message-id', 'reply-to', 'list-id', 'content-type'];
  for (const name of ['list-unsubscribe', 'list-unsubscribe-post', ...wanted]) {
    assert.ok(signed.includes(name), `${name} is not among ${signed.join(', ')}`);
    // Signed and there: a name in the list without its header would promise nothing.
    const field = new RegExp(`^${name}: *`, 'im');
    assert.match(message, field);
    assert.is(judgeSignature(message.replace(field, '$&x'), publicKey).problem, 'headers', name);
  }
  assert.match(message, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
});

s('a changed text breaks the signature; what servers on the way may do to white space does not', async () => {
  const message = await sent(mailingOf());
  const body = message.indexOf('\r\n\r\n') + 4;
  const at = (change: (body: string) => string) => `${message.slice(0, body)}${change(message.slice(body))}`;
  assert.is(
    judgeSignature(
      at((text) => text.replace('another', 'other')),
      publicKey,
    ).problem,
    'body',
  );
  assert.is(
    judgeSignature(
      at((text) => text.replaceAll('\r\n', ' \t\r\n')),
      publicKey,
    ).problem,
    undefined,
  );
  assert.is(
    judgeSignature(
      at((text) => `${text}\r\n\r\n`),
      publicKey,
    ).problem,
    undefined,
  );
  const refolded = message.replace(/^(List-Id:) */im, '$1\r\n   ');
  assert.is.not(refolded, message);
  assert.is(judgeSignature(refolded, publicKey).problem, undefined);
});

s('signing reads the whole copy beforehand, and still only one that was on its way is in doubt', async () => {
  const sink: Sink = await openSink({
    recipient: () => {
      if (sink.taken.length === 0 && !isBack) sink.hangUp();
      return undefined;
    },
    dropAfter: () => true,
  });
  let isBack = false;
  const mail = bulkMail(sink.port);
  try {
    assert.is((await mail.send(mailingOf(), TO)).status, 'unavailable');
    isBack = true;
    assert.is((await mail.send(mailingOf(), TO)).status, 'unknown');
    assert.is(sink.taken.length, 1);
  } finally {
    mail.close();
    await sink.close();
  }
});

s.run();
