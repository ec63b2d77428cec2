/** The moderator's page in a browser without scripts: by keyboard, on a phone, in the dark. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { leastContrast } from '../support/contrast.ts';
import { pngOf } from '../support/png.ts';
import { skip } from '../support/skip.ts';
import { type DraftStand, draftStand, FIT } from './draft-stand.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const ID = 'ML-0000-0001';
const POST = { state: 'asked', due: '2026-10-20T12:00:00Z', step: '1' };
const MEMORY = {
  version: 1,
  timers: {},
  round: 1,
  mistaken: {},
  spans: [{ from: '2026-10-01T04:00:00Z' }],
  social: POST,
};

const s = suite('pages for moderators in a browser');
let stand: DraftStand;
let browser: Browser;
s.before(async () => {
  if (!existsSync(CHROMIUM)) return;
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS.split(' ') });
  stand = await draftStand({ status: 'done', code: 'noted' });
  await stand.insert('staff', 'SF-1', {
    name: 'Сәуле Нұрланова',
    email: 'saule@nu.edu.kz',
    roles: ['Moderator', 'Center approver', 'Communication officer'],
  });
  await stand.insert('mailings', ID, {
    ...FIT,
    schools: [],
    text: `See [it](https://evil.com/${'x'.repeat(90)}). ${'Long words follow here. '.repeat(20)}`,
    social: 'With the mailing',
    posterText: 'Come',
    hashtag: '#NUSEDS',
  });
  const bytes = new Uint8Array(pngOf(800, 600));
  for (const kind of ['picture', 'poster'] as const)
    await stand.pages.attach(ID, kind, { name: `${kind}.png`, type: 'image/png', bytes });
  await stand.set(ID, { stage: 'In moderation', memory: JSON.stringify(MEMORY), before: '{"subject":"Another"}' });
});
s.after(async () => {
  await browser?.close();
  await stand?.close();
});
s.before.each(() => void stand?.told.splice(0));
function test(title: string, work: () => Promise<void>): void {
  if (existsSync(CHROMIUM)) s(title, work);
  else skip(s, title, `no Chromium at ${CHROMIUM}`);
}

const url = (action: string, language: 'en' | 'kk' | 'ru' = 'en', query = '') =>
  `${stand.draft(ID, language, { action, person: 'SF-1' })}${language === 'en' ? '?' : '&'}${query}`;
async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false, ...options })).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  return page;
}
/** Goes on by Tab until what has the focus matches; so it can be reached by keyboard, and by no more than this many steps. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}

test('approving, returning and calling a finding mistaken, by keyboard alone', async () => {
  const page = await open(url('moderate'));
  await tabTo(page, '.findings summary');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('A partner of ours');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('status').waitFor();
  await tabTo(page, '.decide form.act button');
  await page.keyboard.press('Enter');
  await page.getByRole('status').waitFor();
  await tabTo(page, '.decide details.act summary');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Shorter, please');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('status').waitFor();
  assert.equal(
    stand.told.map(({ message }) => message.kind),
    ['mistaken', 'approve', 'return'],
  );
  assert.match((await stand.look(ID)).row.cells.comment, /Shorter, please[\s\S]*R\d+ \(2026-11\): A partner of ours/);
  await page.context().close();
});

test('the mailing is shown in frames that run nothing, also as it looks in the dark', async () => {
  const page = await open(url('moderate'));
  const frames = page.locator('iframe');
  assert.is(await frames.count(), 3);
  for (const frame of await frames.all()) {
    assert.is(await frame.getAttribute('sandbox'), '');
    assert.match(String(await frame.getAttribute('title')), /as its readers see it/);
  }
  await page.frameLocator('iframe.desktop').getByText('Nazarbayev University').first().waitFor();
  await page.context().close();
});

test('nothing runs over the side of a phone, everything can be read and pressed, in light and dark', async () => {
  const pages = ['moderate', 'moderate:list=1', 'moderate:fix=1', 'mailings:month=2026-11', 'social'];
  const page = await open(url('moderate'), { viewport: { width: 390, height: 800 } });
  for (const [i, name] of pages.entries()) {
    const [action = '', query = ''] = name.split(':');
    for (const colorScheme of name === 'moderate'
      ? (['light', 'dark'] as const)
      : ([i % 2 === 0 ? 'light' : 'dark'] as const)) {
      await page.emulateMedia({ colorScheme });
      await page.goto(url(action, i % 2 === 0 ? 'kk' : 'ru', query));
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      assert.ok(width <= 390, `${name} is ${width} wide`);
      const { text, contrast } = await leastContrast(page);
      assert.ok(contrast >= 4.5, `${name}, ${colorScheme}: "${text}" has ${contrast.toFixed(2)}`);
      for (const button of await page.locator('button:visible').all())
        assert.ok(((await button.boundingBox())?.height ?? 0) >= 44, name);
    }
  }
  for (const role of ['textbox', 'radio', 'button'] as const)
    for (const control of await page.getByRole(role).all()) {
      const snapshot = await control.ariaSnapshot();
      assert.match(snapshot, new RegExp(`${role} "[^"]+"`), snapshot);
    }
  await page.context().close();
});

test('the calendar is a table with headers, and printed without its navigation', async () => {
  const page = await open(url('mailings', 'en', 'month=2026-10'));
  assert.is(await page.getByRole('columnheader').count(), 7);
  assert.ok((await page.getByRole('rowheader').count()) >= 5);
  await page.emulateMedia({ media: 'print' });
  assert.is(await page.locator('nav:visible').count(), 0);
  await page.context().close();
});

s.run();
