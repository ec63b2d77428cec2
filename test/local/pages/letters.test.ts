import * as assert from 'uvu/assert';
import { LETTER_KEYS } from '../../../domain/letters/index.ts';
import { browserSuite, sees } from './browser.ts';

const { test, run } = browserSuite('pages: the letters side by side');

test('every letter is listed by its three subjects and opens in three languages', async ({ s, page }) => {
  await page.goto(`${s.url}/letters`);
  assert.is(await page.locator('tbody tr').count(), LETTER_KEYS.length + 1);
  await page.getByRole('link', { name: 'introduction', exact: true }).click();
  const frames = page.locator('iframe');
  assert.is(await frames.count(), 3);
  for (const [i, heading] of [
    'Meet Daniyar Omarov',
    'Танысыңыз: Данияр Омаров',
    'Познакомьтесь: Данияр Омаров',
  ].entries())
    await sees(page, frames.nth(i).contentFrame().getByRole('heading', { level: 1 }), heading);
});

test('a letter is seen as a phone, a dark client and a client without images show it', async ({ s, page }) => {
  const ground = async () => {
    const frame = page.frames().find((each) => each.url().includes('/letters/check/en.html'));
    await frame?.waitForLoadState();
    return frame?.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  };
  await page.goto(`${s.url}/letters/check`);
  assert.is(await ground(), 'rgb(242, 244, 247)');
  await page.getByRole('link', { name: 'Dark' }).click();
  await page.locator('.side-by-side.dark').waitFor();
  assert.is(await ground(), 'rgb(17, 23, 29)');
  await page.getByRole('link', { name: 'Phone' }).click();
  await page.locator('.side-by-side.phone').waitFor();
  assert.is(Math.round((await page.locator('iframe').first().boundingBox())?.width ?? 0) <= 375, true);
  await page.getByRole('link', { name: 'Text only' }).click();
  await sees(page, page.locator('pre').nth(2), 'https://letters.example/a/answer');
});

test('a mailing is there as alumni get it, with its picture', async ({ s, page }) => {
  await page.goto(`${s.url}/letters/mailing`);
  const frame = page.locator('iframe').nth(2).contentFrame();
  await sees(page, frame.getByRole('heading', { level: 1 }), 'Открытая лекция о цифровых двойниках');
  const { width, height } = (await frame.getByRole('img').boundingBox()) ?? { width: 0, height: 0 };
  // As it is in pixels, 800 by 600; one that did not load is as high as its words.
  assert.ok(Math.abs(height / width - 0.75) < 0.01, `${width}×${height}`);
  await sees(page, frame.getByRole('link', { name: 'Отписаться' }), 'Отписаться');
});

test('what is not there is said', async ({ s }) => {
  for (const path of ['/letters/nope', '/letters/check/de.html', '/letters/check/ru.pdf'])
    assert.is((await fetch(s.url + path)).status, 404, path);
});

run();
