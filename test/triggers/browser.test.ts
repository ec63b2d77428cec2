import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ACTION_NAMES } from '../../domain/actions.ts';
import { leastContrast } from '../support/contrast.ts';
import { skip } from '../support/skip.ts';
import { type PageStand, pageStand } from './stand.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const s = suite<{ stand: PageStand; browser: Browser }>('small pages in a browser');
s.before(async (context) => {
  if (!existsSync(CHROMIUM)) return;
  context.stand = await pageStand();
  context.browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS.split(' ') });
});
s.after(async ({ stand, browser }) => {
  await browser?.close();
  await stand?.close();
});
function test(title: string, work: (context: { stand: PageStand; browser: Browser }) => Promise<void>): void {
  if (existsSync(CHROMIUM)) s(title, work);
  else skip(s, title, `no Chromium at ${CHROMIUM}`);
}

/** As strict a client as there is: no scripts at all. */
async function open(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

test('a check is answered by keyboard alone, without scripts', async ({ stand, browser }) => {
  const page = await open(browser, stand.action('check', 'ru'));
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  // Two links to other languages, then the questions.
  await press('Tab', 'Tab', 'Tab', 'Space', 'Tab', 'ArrowDown', 'Tab', 'Tab', 'Enter');
  await page.getByRole('heading', { name: 'Спасибо' }).waitFor();
  const [told] = stand.told.splice(0);
  assert.is(told?.run, 'mentorship/PA-1');
  assert.is(told?.message.data?.talked, 'yes');
  assert.is(told?.message.data?.concern, 'no');
  await page.context().close();
});

test('every control has a name a screen reader can say, and the page its landmarks', async ({ stand, browser }) => {
  const page = await open(browser, stand.action('catalogue', 'kk'));
  for (const role of ['combobox', 'searchbox', 'button', 'radio'] as const)
    for (const control of await page.getByRole(role).all()) {
      const snapshot = await control.ariaSnapshot();
      assert.match(snapshot, new RegExp(`${role} "[^"]+"`), snapshot);
    }
  assert.ok((await page.getByRole('combobox').count()) === 5);
  for (const role of ['banner', 'main', 'navigation', 'contentinfo', 'search'] as const)
    assert.is(await page.getByRole(role).count(), 1, role);
  await page.context().close();
});

test('nothing runs over the side of a small phone, and what is pressed is large enough for a thumb', async ({
  stand,
  browser,
}) => {
  // Words are longest in Kazakh and Russian; each page is looked at in one of the two.
  const page = await open(browser, stand.action('accept', 'ru'), { viewport: { width: 320, height: 640 } });
  for (const [i, name] of ACTION_NAMES.entries()) {
    await page.emulateMedia({ colorScheme: i % 3 === 0 ? 'dark' : 'light' });
    await page.goto(stand.action(name, i % 2 === 0 ? 'kk' : 'ru'));
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(width <= 320, `${name} is ${width} wide`);
    const { text, contrast } = await leastContrast(page);
    assert.ok(contrast >= 4.5, `${name}: "${text}" has ${contrast.toFixed(2)}`);
    for (const button of await page.getByRole('button').all())
      assert.ok(((await button.boundingBox())?.height ?? 0) >= 44, name);
  }
  await page.context().close();
});

s.run();
