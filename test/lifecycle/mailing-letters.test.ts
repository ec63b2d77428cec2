/** Letters of a mailing on the whole stack: sent once, logged, and sent again when an address was missing (lifecycle sections 6 and 9). */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { letterTo, linkIn, type Programme, rowOf, startProgramme } from '../support/programme.ts';
import { INITIATOR, MODERATOR, Requests } from './mailings.ts';

const s = suite('letters of a mailing on the whole stack');
let p: Programme;
let r: Requests;
s.before(async () => {
  p = await startProgramme();
  r = new Requests(p);
  await p.people.settle();
});
s.after(() => p.close());

const about = async (to: string, subject: RegExp) =>
  (await p.people.letters(to)).filter((letter) => subject.test(letter.subject));

s(
  'initiator and moderator each get their letter once, with a link of their own; the Mail log names both by ID',
  async () => {
    const id = await r.handedIn({ subject: 'Told once' });
    const [receipt, ...more] = await about(INITIATOR, /We have your request: Told once/);
    assert.equal(more, []);
    assert.match(receipt?.text ?? '', /Goes out until: Monday, 12 October 2026/);
    const moderate = await about(MODERATOR, /to moderate: Told once/);
    assert.is(moderate.length, 1);
    assert.match(moderate[0]?.subject ?? '', /^\d+ September, \d\d:\d\d: /);
    const [draft, page] = [
      linkIn(await letterTo(p.people, INITIATOR, /request: Told once/), /draft page/i),
      linkIn(await letterTo(p.people, MODERATOR, /to moderate: Told once/), /open the page/i),
    ];
    assert.match(draft, /\/draft\//);
    assert.match(page, /\/moderate\//);
    const log = (await p.people.rows('mailLog')).filter((row) => row.about === id);
    assert.equal(
      log.filter(({ letter }) => letter === 'mailing-receipt').map(({ to, status }) => [to, status]),
      [[id, 'sent']],
    );
    assert.ok(log.some(({ letter, to }) => letter === 'mailing-to-moderate' && /^SF-/.test(to ?? '')));
    for (const row of log) assert.not.match(JSON.stringify([row.to, row.about, row.step, row.order]), /@/);
  },
);

s('returned: the finding with its clause and fix, in the letter of the initiator', async () => {
  const id = await r.handedIn({
    subject: 'With a form',
    text: 'Dear graduates, register at [the form](https://forms.gle/x).',
  });
  await r.press(id, 'return', MODERATOR);
  const { text } = await letterTo(p.people, INITIATOR, /Please put right: With a form/);
  assert.match(text, /R9, Appendix 1, section 2: The link leads to a form on forms\.gle/);
  assert.match(text, /Open registration on a page of the School/);
});

s('a letter to nobody is a row of the queue, and goes out by Send again once the address is there', async () => {
  const id = await r.handedIn({ subject: 'Without an address', initiatorEmail: 'late@nu.edu.kz' });
  await r.changed(id, { initiatorEmail: '' });
  assert.is(await r.press(id, 'reject', MODERATOR), 'mailing-rejected');
  const log = await rowOf(p.people, 'mailLog', { about: id, letter: 'mailing-rejected' });
  assert.equal([log.status, log.reply], ['failed', 'nobody to write to']);
  const need = await rowOf(p.people, 'needs', { about: log.id ?? '' });
  assert.is(need.state, 'Open');
  await r.changed(id, { initiatorEmail: 'late@nu.edu.kz' });
  await p.people.edit('needs', need.id ?? '', { action: 'Send again' });
  await p.people.settle();
  assert.is((await about('late@nu.edu.kz', /Not approved: Without an address/)).length, 1);
  assert.is((await rowOf(p.people, 'mailLog', { about: id, letter: 'mailing-rejected' })).status, 'sent');
});

s.run();
