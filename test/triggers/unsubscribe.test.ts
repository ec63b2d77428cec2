/** Leaving the mailings, choosing them, and coming back: over a real record, as mail programs, scanners and people do it. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createPreferences } from '../../activities/index.ts';
import type { AnyChange, View } from '../../activities/ports.ts';
import { openOffice } from '../sheets/stand-in.ts';
import { leastContrast } from '../support/contrast.ts';
import { skip } from '../support/skip.ts';
import { NOW, pageStand } from './stand.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ALUMNUS = 'AL-0000-0001';

async function opened() {
  const office = await openOffice();
  const record = office.record();
  const alumnus = { name: 'Aigerim', email: 'Aigerim@alumni.example', school: 'SEDS', year: 2019 };
  await record.commit(() => ({
    result: 0,
    changes: [{ tab: 'alumni', id: ALUMNUS, cells: {}, create: alumnus } as AnyChange],
  }));
  const preferences = createPreferences({ record, leave: async () => undefined, now: async () => NOW });
  const pages = await pageStand(undefined, undefined, undefined, preferences);
  return {
    pages,
    record,
    preferences,
    rows: () => record.ask((view: View) => view.rows('suppressed').map(({ cells }) => cells)),
    async close() {
      await pages.close();
      await office.close();
    },
  };
}
const s = suite<Awaited<ReturnType<typeof opened>>>('unsubscribe and preferences');
s.before(async (context) => {
  Object.assign(context, await opened());
});
s.after((context) => context.close());

const post = (url: string, body: string) =>
  fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });

s('a scanner that opens every link changes nothing', async ({ pages, rows }) => {
  for (const place of ['unsubscribe', 'preferences'] as const)
    for (const method of ['GET', 'HEAD', 'GET'])
      assert.is((await fetch(pages.choices(place, ALUMNUS), { method })).status, 200);
  assert.equal(await rows(), []);
});

s(
  'one click of a mail program acts at once; repeated, it changes nothing more',
  async ({ pages, rows, preferences }) => {
    const url = pages.choices('unsubscribe', ALUMNUS);
    for (let i = 0; i < 2; i++) {
      const reply = await post(url, 'List-Unsubscribe=One-Click');
      assert.is(reply.status, 200);
      assert.is(reply.redirected, false);
    }
    const [row, ...more] = await rows();
    assert.equal(more, []);
    assert.equal(
      [row?.email, row?.why, row?.scope, row?.mailing],
      ['Aigerim@alumni.example', 'Unsubscribed', 'All mailings', 'ML-0000-0001'],
    );
    assert.is((await preferences.look(ALUMNUS))?.choice, 'none');
    assert.match(await (await fetch(url)).text(), /You get no more mailings/);
  },
);

s('whoever left comes back by one button, and may choose their own School', async ({ pages, rows, preferences }) => {
  const back = await post(pages.choices('unsubscribe', ALUMNUS, 'ru'), 'again=yes');
  assert.match(await back.text(), /Вы получаете все рассылки/);
  assert.is((await preferences.look(ALUMNUS))?.choice, 'all');
  const own = await post(pages.choices('preferences', ALUMNUS, 'kk'), 'choice=own');
  assert.match(await own.text(), /тек өз мектебіңіздің/);
  const lines = await rows();
  assert.is(lines.length, 1, 'one row for one address');
  assert.is(lines[0]?.scope, 'All but those of the own School');
  const bad = await post(pages.choices('preferences', ALUMNUS), 'choice=everything');
  assert.is(bad.status, 400);
  assert.is((await preferences.look(ALUMNUS))?.choice, 'own');
});

s('a link that was changed, or of somebody who is gone, changes nothing', async ({ pages, rows }) => {
  const before = await rows();
  const cut = pages.choices('unsubscribe', ALUMNUS).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  assert.ok([403, 404].includes((await post(cut, 'List-Unsubscribe=One-Click')).status));
  const gone = await post(pages.choices('unsubscribe', 'AL-0000-0009'), 'List-Unsubscribe=One-Click');
  assert.is(gone.status, 200);
  assert.equal(await rows(), before);
});

const browse = async ({ pages, preferences }: Awaited<ReturnType<typeof opened>>) => {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'.split(
      ' ',
    ),
  });
  try {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(pages.choices('preferences', ALUMNUS));
    assert.ok((await leastContrast(page)).contrast >= 4.5);
    await page.getByLabel('All mailings').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Saved');
    assert.is((await preferences.look(ALUMNUS))?.choice, 'all');
    await page.goto(pages.choices('unsubscribe', ALUMNUS));
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/unsubscribe.png`, fullPage: true });
    await page.getByRole('button', { name: 'Unsubscribe' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=You get no more mailings');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/left.png`, fullPage: true });
    assert.is((await preferences.look(ALUMNUS))?.choice, 'none');
    await page.getByRole('button', { name: 'Write to me again' }).click();
    await page.waitForSelector('text=You get all mailings');
    await page.goto(pages.choices('preferences', ALUMNUS));
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/preferences.png`, fullPage: true });
  } finally {
    await browser.close();
  }
};
const title = 'by keyboard, without scripts, in a browser';
if (existsSync(CHROMIUM)) s(title, browse);
else skip(s as never, title, `no Chromium at ${CHROMIUM}`);

s.run();
