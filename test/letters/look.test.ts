import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LETTER_KEYS } from '../../domain/letters/index.ts';
import { LANGUAGES, mailing } from '../../templates/index.ts';
import { mailingSample } from '../../templates/samples-mailing.ts';
import { leastContrast } from '../support/contrast.ts';
import { skip } from '../support/skip.ts';
import { EACH, letterOf } from './samples.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const LINKS = { unsubscribe: 'https://pages.example/unsubscribe', preferences: 'https://pages.example/preferences' };
const MAILINGS = LANGUAGES.map((language) => mailing(mailingSample(language)).fill(LINKS).html);
/** What fits no phone unless it may break: a word, an address, a table of many columns. */
const WIDE = mailing({
  ...mailingSample('en'),
  source: `# ${'Long'.repeat(40)}\n\nhttps://nu.edu.kz/${'a'.repeat(200)}\n\n| ${'Column | '.repeat(6)}\n|${'-|'.repeat(6)}\n| ${'Something | '.repeat(6)}`,
}).fill(LINKS).html;

const s = suite<{ browser: Browser }>('letters as clients show them');
s.before(async (context) => {
  if (existsSync(CHROMIUM))
    context.browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS.split(' ') });
});
s.after(async ({ browser }) => browser?.close());

/** A page like a mail client's: no scripts of the letter, no net. */
function test(title: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>): void {
  if (!existsSync(CHROMIUM)) return skip(s, title, `no Chromium at ${CHROMIUM}`);
  s(title, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true, ...options });
    await work(await context.newPage());
    await context.close();
  });
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`every text of every letter can be read in ${colorScheme} colours`, { colorScheme }, async (page) => {
    // Colours do not depend on the language.
    for (const key of LETTER_KEYS) {
      await page.setContent(letterOf(key, 'ru').html);
      const { text, contrast } = await leastContrast(page);
      assert.ok(contrast >= 4.5, `${key}: "${text}" has ${contrast.toFixed(2)}`);
    }
    await page.setContent(MAILINGS[0] ?? '');
    const { text, contrast } = await leastContrast(page);
    assert.ok(contrast >= 4.5, `a mailing: "${text}" has ${contrast.toFixed(2)}`);
  });

test('the measure of contrast can fail', {}, async (page) => {
  await page.setContent(letterOf('check', 'ru').html.replaceAll('#526070', '#a0a8b0'));
  assert.ok((await leastContrast(page)).contrast < 4.5);
});

test('no letter runs over the side of a small phone', { viewport: { width: 320, height: 600 } }, async (page) => {
  for (const html of [...MAILINGS, WIDE]) {
    await page.setContent(html);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(width <= 320, `a mailing is ${width} wide`);
  }
  for (const [key, language] of EACH.filter(([, each]) => each !== 'en')) {
    await page.setContent(letterOf(key, language).html);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(width <= 320, `${key}.${language} is ${width} wide`);
  }
});

s.run();
