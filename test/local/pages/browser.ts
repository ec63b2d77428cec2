import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { suite } from 'uvu';
import { skip } from '../../support/skip.ts';
import { type Stand, stand } from './stand.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** The pages, and a browser that looks at them. */
export interface Seen {
  readonly s: Stand;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page's own scripts. */
  readonly troubles: string[];
}

/**
 * A suite with one browser and one stand for the whole file. Each test is skipped, with the reason, where there is no browser;
 * each fails if a script of the page threw.
 */
export function browserSuite(name: string) {
  const all = suite(name);
  let browser: Browser | undefined;
  let seen: Seen | undefined;
  all.before(async () => {
    if (!existsSync(CHROMIUM)) return;
    const s = await stand();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS.split(' ') });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: s.url });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        troubles.push(message.text());
    });
    seen = { s, context, page, troubles };
  });
  all.after(async () => {
    await browser?.close();
    await seen?.s.close();
  });
  return {
    test(title: string, work: (seen: Seen) => Promise<void>): void {
      if (!existsSync(CHROMIUM)) return skip(all, title, `no Chromium at ${CHROMIUM}`);
      all(title, async () => {
        if (!seen) throw new Error('the browser did not start');
        await work(seen);
        const [trouble] = seen.troubles.splice(0);
        if (trouble) throw new Error(`a script of the page failed: ${trouble}`);
      });
    },
    run: () => all.run(),
  };
}

/** Waits until a question about the page is answered with yes. */
export async function sees(page: Page, locator: Locator, text: string | RegExp): Promise<void> {
  const found = locator.filter({ hasText: text }).first();
  await found.waitFor({ state: 'visible' }).catch(async () => {
    const now = await locator.allTextContents();
    throw new Error(`expected ${String(text)} at ${page.url()}, found ${JSON.stringify(now).slice(0, 500)}`);
  });
}

export const readClipboard = (page: Page): Promise<string> => page.evaluate<string>('navigator.clipboard.readText()');
export const writeClipboard = (page: Page, text: string): Promise<void> =>
  page.evaluate<void>(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
