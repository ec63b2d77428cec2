import * as assert from 'uvu/assert';
import { questionId } from '../../../domain/program/index.ts';
import { until } from '../../support/until.ts';
import { browserSuite, sees } from './browser.ts';

const { test, run } = browserSuite('pages: desk, forms, inbox and clock');

test('the desk leads everywhere and counts letters by itself', async ({ s, page }) => {
  await page.goto(s.url);
  await sees(page, page.getByRole('heading', { level: 1 }), 'Alumni mentorship and mailings');
  assert.equal(await page.locator('.cards h3').allTextContents(), [
    'Mentorship programme',
    'Mentorship restricted',
    'Alumni mailings',
    'Mentorship figures',
  ]);
  await sees(page, page.locator('.cards .card'), 'Readers: Case officers');
  const mailing = page.locator('section', { has: page.getByRole('heading', { name: 'Try a mailing' }) });
  assert.equal(await mailing.locator('li b').allTextContents(), [
    'Ask for it.',
    'Hand it in.',
    'Decide as the moderator.',
    'Look at the row.',
    'Let it go out.',
    'See one come back.',
  ]);
  await sees(page, mailing.getByRole('link', { name: 'Ask for a mailing or a post' }), /mailing/);
  const paths = await page.$$eval('main a', (links) => links.map((link) => link.getAttribute('href') ?? ''));
  assert.ok(paths.includes('http://127.0.0.1:8233'));
  for (const path of new Set(paths.filter((each) => each.startsWith('/'))))
    assert.is((await fetch(s.url + path)).status, 200, path);
  await s.send({ to: 'ann@alumni.example', subject: 'For the count', text: 'Words' });
  await sees(page, page.locator('#letters'), /^1$/);
});

test('a prefilled form keeps wrong answers, says what is wrong and takes right ones', async ({ s, page }) => {
  const id = s.ids.forms.issue;
  const entry = (question: string) => `entry.${Number.parseInt(questionId('issue', question), 16)}`;
  await page.goto(`${s.url}/forms/d/e/${id}/viewform?${entry('code')}=from-the-letter`);
  assert.is(await page.getByLabel('Code').inputValue(), 'from-the-letter');
  await page.getByLabel('What happened?').fill('Words 👋 <b>');
  await page.getByRole('button', { name: 'Submit' }).click();
  await sees(page, page.getByRole('alert'), 'One answer needs another look');
  assert.match(await page.title(), /^Please check/);
  assert.is(await page.getByLabel('What happened?').inputValue(), 'Words 👋 <b>');
  await page.getByRole('alert').getByRole('link').click();
  await page.locator('[aria-invalid="true"], fieldset.wrong').first().waitFor();
  const choice = page.getByRole('radio').first();
  if ((await choice.count()) > 0) await choice.check();
  else await page.locator('select.wrong, .wrong select').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Submit' }).click();
  await sees(page, page.getByRole('status'), 'A case officer will answer you');
  const reply = await fetch(`${s.url}/v1/forms/${id}/responses`);
  assert.match(await reply.text(), /from-the-letter/);
});

test('a letter arrives in the inbox by itself and its link opens beside it', async ({ s, page, context, troubles }) => {
  await page.goto(`${s.url}/inbox`);
  await page.locator('#list').waitFor();
  const link = `${s.url}/forms`;
  await s.send({
    to: 'dana@alumni.example',
    subject: 'Please confirm',
    text: `Hello Dana\n${link}.`,
    html: `<html lang="en"><head><title>x</title></head><body><p>Hello Dana</p><i style="display:none">For programs</i><script>document.title = 'ran'</script><a href="${link}">Confirm</a></body></html>`,
  });
  await page.locator('.letters a', { hasText: 'Please confirm' }).click();
  await sees(page, page.getByRole('heading', { level: 2 }), 'Please confirm');
  const frame = page.frameLocator('iframe.paper');
  await sees(page, page.locator('.people'), 'dana@alumni.example');
  await sees(page, frame.locator('p'), 'Hello Dana');
  assert.not(await frame.getByText('For programs').isVisible(), 'the styles of the letter hold');
  await until(() => troubles.some((trouble) => trouble.startsWith('Blocked script execution')));
  troubles.splice(0);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Confirm' }).click(),
  ]);
  await opened.waitForURL(link);
  await opened.close();
  await page.getByRole('link', { name: 'Text only' }).click();
  assert.is(await page.locator('pre.paper a').getAttribute('href'), link);
  await page.getByRole('link', { name: 'Headers' }).click();
  await sees(page, page.locator('.headers'), /message-id/i);
});

test('a letter is sent back on a press, where it says to what address; from no other site', async ({ s, page }) => {
  const to = 'gone@alumni.example';
  const from = 'bounces+l.lt-7kq2-m9fx.0.0123456789ab@nu.edu.kz';
  await s.send({ to, subject: 'Что дальше', text: 'Words', envelope: { from, to } });
  await page.goto(`${s.url}/inbox?q=${to}`);
  await page.locator('.letters a', { hasText: 'Что дальше' }).click();
  await page.getByRole('button', { name: 'No such mailbox: send it back' }).click();
  await sees(page, page.getByRole('heading', { level: 2 }), 'Undelivered mail returned to sender');
  await sees(page, page.locator('.people'), from);
  const report = s.inbox.list({ to: from })[0];
  const raw = s.inbox.raw(report?.id ?? 0) ?? '';
  assert.match(raw, /Final-Recipient: rfc822; gone@alumni\.example\r\nAction: failed\r\nStatus: 5\.1\.1/);
  assert.is(report?.headers['return-path'], '<>');
  assert.is(await page.getByRole('button', { name: /send it back/ }).count(), 0);
  const post = (id: number | undefined, how: string, headers: Record<string, string> = {}) =>
    fetch(`${s.url}/inbox/${id}/back`, { method: 'POST', body: new URLSearchParams({ how }), headers });
  const [letter] = s.inbox.list({ to });
  assert.is((await post(report?.id, 'hard')).status, 409);
  assert.is((await post(letter?.id, 'sideways')).status, 400);
  assert.is((await post(999_999, 'hard')).status, 404);
  assert.is((await post(letter?.id, 'hard', { 'Sec-Fetch-Site': 'cross-site' })).status, 403);
  assert.is((await fetch(`${s.url}/inbox/${letter?.id}/back`)).status, 405);
  assert.is(s.inbox.list({ to: from }).length, 1);
});

test('the inbox is searched by address while typing', async ({ s, page }) => {
  await s.send({ to: 'erlan@alumni.example', subject: 'Only for Erlan', text: 'x' });
  await page.goto(`${s.url}/inbox`);
  await page.getByRole('searchbox').fill('ERLAN@');
  await until(async () => (await page.locator('.letters li').count()) === 1);
  await sees(page, page.locator('#list'), /1 of \d+ letters/);
  await page.goto(`${s.url}/inbox/999999`);
  await sees(page, page.locator('main'), 'There is no such letter');
});

test('the clock shows its way and moves by a day, a week, to a date and to the next event', async ({ s, page }) => {
  await page.goto(`${s.url}/clock`);
  await sees(page, page.locator('#at'), 'Tue, 1 Sep 2026, 09:00');
  const open = Promise.withResolvers<void>();
  s.clock.gate = open.promise;
  await page.getByRole('button', { name: '+1 day' }).click();
  await sees(page, page.locator('#way'), '→ Wed, 2 Sep 2026, 09:00');
  assert.ok(await page.getByRole('button', { name: 'Next event' }).isDisabled());
  await until(async () => (await page.locator('#bar').getAttribute('value')) === '50');
  await s.send({ to: 'ann@alumni.example', subject: 'On the way', text: 'x' });
  open.resolve();
  await sees(page, page.locator('#said'), 'It is Wed, 2 Sep 2026, 09:00. 1 letter came.');
  await page.getByRole('button', { name: '+1 week' }).click();
  await sees(page, page.locator('#said'), 'Wed, 9 Sep 2026, 09:00. No letters came.');
  await page.getByLabel('To a date').fill('2026-10-01T10:30');
  await page.getByRole('button', { name: 'Move' }).click();
  await sees(page, page.locator('#at'), 'Thu, 1 Oct 2026, 10:30');
  s.clock.state = { ...s.clock.state, next: { at: '2026-10-05T04:00:00Z', what: 'a pair' } };
  await page.getByRole('button', { name: 'Next event' }).click();
  await sees(page, page.locator('#said'), 'Mon, 5 Oct 2026, 09:00');
});

test('what takes long is named with what to do, on the clock, the desk and where a second move is refused', async ({
  s,
  page,
}) => {
  const before = s.clock.state;
  const pair = { run: 'mentorship/MA-1', what: 'the pair <Dana> and Aigerim', url: 'http://127.0.0.1:8233/run' };
  s.clock.state = {
    ...before,
    moving: true,
    waitsFor: { runs: [pair], more: 2, advice: 'Look into Needs you.' },
  };
  await page.goto(`${s.url}/clock`);
  await sees(page, page.locator('#waits'), 'The clock waits for');
  const lines = async () =>
    (await page.locator('#waits-for li').allTextContents()).map((line) => line.replaceAll('\u00a0', ' '));
  const named = ['the pair <Dana> and Aigerim · its run', 'and 2 more'];
  assert.equal(await lines(), named);
  assert.is(await page.getByRole('link', { name: 'its run' }).getAttribute('href'), pair.url);
  await sees(page, page.locator('#advice'), 'Look into Needs you.');
  assert.is(await page.getByRole('link', { name: 'Open Needs you' }).getAttribute('href'), '/sheet?tab=Needs+you');
  await until(() => page.getByRole('button', { name: 'Next event' }).isDisabled());
  const reply = await fetch(`${s.url}/api/clock`, { method: 'POST', body: '{"by": "P1D"}' });
  assert.is(reply.status, 409);
  assert.match(await reply.text(), /waits for the pair <Dana> and Aigerim\. Look into Needs you\./);
  await page.goto(s.url);
  await sees(page, page.locator('#next'), 'The clock waits for the pair <Dana> and Aigerim');
  await page.goto(`${s.url}/clock`);
  s.clock.state = before;
  await until(() => page.locator('#waits').isHidden());
  s.clock.state = { ...before, moving: true, waitsFor: { runs: [pair], more: 2, advice: 'Look into Needs you.' } };
  await until(async () => (await lines()).join() === named.join());
  s.clock.state = { ...before, next: null, learning: true };
  await sees(page, page.locator('#next'), 'Finding out what comes next');
  s.clock.state = before;
});

test('what the clock refuses is said in words', async ({ s, page }) => {
  s.clock.state = { ...s.clock.state, next: null };
  await page.goto(`${s.url}/clock`);
  await sees(page, page.locator('#next'), 'Nothing is planned yet.');
  await page.getByRole('button', { name: 'Next event' }).click();
  await sees(page, page.locator('#said'), 'Nothing is due.');
  s.clock.planned = { at: '2026-11-02T04:00:00Z', what: 'a pair' };
  await sees(page, page.locator('#next'), 'Next: Mon, 2 Nov 2026, 09:00, a pair');
  const reply = await fetch(`${s.url}/api/clock`, { method: 'POST', body: '{"to": "2020-01-01T00:00:00Z"}' });
  assert.is(reply.status, 400);
  assert.match(await reply.text(), /only goes forward/);
  s.clock.state = { ...s.clock.state, mode: 'real' };
  await page.goto(`${s.url}/clock`);
  await sees(page, page.locator('.lead'), 'follows the real time');
  assert.is(await page.getByRole('button').count(), 0);
});

test('letters cannot run scripts or be opened by another page', async ({ s }) => {
  const [first] = s.inbox.list();
  const reply = await fetch(`${s.url}/inbox/${first?.id}/letter`);
  const policy = reply.headers.get('Content-Security-Policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /sandbox allow-popups/);
  assert.not.match(policy, /script-src|allow-scripts/);
});

run();
