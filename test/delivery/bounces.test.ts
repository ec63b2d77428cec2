/** What comes back: addresses that name a copy, reports in the shapes of several servers, answers of absence. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readBounce } from '../../mail/index.ts';
import { bounceAddress, readBounceAddress } from '../../mail/verp.ts';

const KEYS = [{ kid: 'a', secret: 'a secret of this test, long enough' }];
const OURS = { bounces: 'bounces@nu.edu.kz', keys: KEYS };
const KEY = 'ML-7KQ2-M9FX/ABCDEFGH12/41';

const s = suite('bounces');

s('an address names its copy, in capitals or not, and no other key or number passes', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.constantFrom('bounce' as const, 'unsubscribe' as const), (ordinal, kind) => {
      const address = bounceAddress(OURS, kind, `ML-7KQ2-M9FX/ABCDEFGH12/${ordinal}`) ?? '';
      assert.ok((address.split('@')[0] ?? '').length <= 64, address);
      const name = { kind, mailing: 'ML-7KQ2-M9FX', freeze: 'ABCDEFGH12', ordinal };
      assert.equal(readBounceAddress(address, KEYS), name);
      assert.equal(readBounceAddress(address.toUpperCase(), KEYS), name);
      assert.is(readBounceAddress(address.replace(`.${ordinal}.`, `.${ordinal + 1}.`), KEYS), undefined);
      assert.is(readBounceAddress(address, [{ kid: 'a', secret: 'another secret, just as long as it' }]), undefined);
    }),
  );
});

s('an address names the letter to one person and its sending, and tells nothing of the person', () => {
  fc.assert(
    fc.property(fc.nat(99), (again) => {
      const address = bounceAddress(OURS, 'letter', `LT-7KQ2-M9FX/${again}`) ?? '';
      const name = { kind: 'letter', letter: 'LT-7KQ2-M9FX', again };
      assert.equal(readBounceAddress(address, KEYS), name);
      assert.equal(readBounceAddress(address.toUpperCase(), KEYS), name);
      assert.is(readBounceAddress(address.replace(`.${again}.`, `.${again + 1}.`), KEYS), undefined);
      // The mark says what it is and cannot be exchanged.
      for (const mark of ['b', 'u']) assert.is(readBounceAddress(address.replace('+l.', `+${mark}.`), KEYS), undefined);
      assert.is(readBounceAddress(address, [{ kid: 'a', secret: 'another secret, just as long as it' }]), undefined);
    }),
  );
});

const to = (kind: 'bounce' | 'unsubscribe') => bounceAddress(OURS, kind, KEY) ?? '';
const report = (fields: string, headers = `To: <${to('bounce')}>`) =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example',
      headers,
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'I am sorry.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      fields,
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: Open lecture',
      '',
      'Dear graduates',
      '--b--',
      '',
    ].join('\r\n'),
  );
const COPY = { mailing: 'ML-7KQ2-M9FX', freeze: 'ABCDEFGH12', ordinal: 41 };
const failed = (status: string) =>
  `Final-Recipient: rfc822; a@alumni.example\r\nAction: failed\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 no`;

s('a copy that came back for good, and one that is late', async () => {
  assert.equal(await readBounce(report(failed('5.1.1')), KEYS), { ...COPY, kind: 'hard', status: '5.1.1' });
  assert.equal(await readBounce(report(failed('4.2.2')), KEYS), { ...COPY, kind: 'soft', status: '4.2.2' });
  const late = 'Final-Recipient: rfc822; a@alumni.example\r\nAction: delayed\r\nStatus: 4.4.1';
  assert.equal(await readBounce(report(late), KEYS), { ...COPY, kind: 'soft', status: '4.4.1' });
  const handedOn = `X-Original-To: ${to('bounce')}\r\nTo: postmaster@nu.edu.kz`;
  assert.equal(await readBounce(report(failed('5.7.1'), handedOn), KEYS), { ...COPY, kind: 'hard', status: '5.7.1' });
  assert.is(await readBounce(report(failed('5.1.1').replace('failed', 'delivered')), KEYS), undefined);
});

s('a letter to one person that came back for good, and one that is late', async () => {
  const toLetter = `To: <${bounceAddress(OURS, 'letter', 'LT-7KQ2-M9FX/1')}>`;
  const LETTER = { letter: 'LT-7KQ2-M9FX', again: 1 };
  assert.equal(await readBounce(report(failed('5.2.1'), toLetter), KEYS), { ...LETTER, kind: 'hard', status: '5.2.1' });
  const late = 'Final-Recipient: rfc822; a@alumni.example\r\nAction: delayed';
  assert.equal(await readBounce(report(late, toLetter), KEYS), { ...LETTER, kind: 'soft', status: '' });
});

const plain = (address: string, headers = '') =>
  Buffer.from(`From: a@alumni.example\r\nTo: ${address}\r\n${headers}Subject: Away\r\n\r\nI am away. 5.1.1 550\r\n`);

s('answers of absence and reports on others do nothing; whoever writes to leave, leaves', async () => {
  assert.is(await readBounce(plain(to('bounce'), 'Auto-Submitted: auto-replied\r\n'), KEYS), undefined);
  assert.is(await readBounce(plain(to('bounce')), KEYS), undefined);
  assert.is(await readBounce(report(failed('5.1.1'), 'To: <bounces@nu.edu.kz>'), KEYS), undefined);
  assert.is(await readBounce(plain(to('unsubscribe'), 'Auto-Submitted: auto-replied\r\n'), KEYS), undefined);
  assert.equal(await readBounce(plain(to('unsubscribe')), KEYS), { ...COPY, kind: 'unsubscribe' });
});

s('whatever bytes come, nothing is thrown and nothing believed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      assert.is(await readBounce(Buffer.from(bytes), KEYS), undefined);
    }),
    { numRuns: 50 },
  );
});

s.run();
