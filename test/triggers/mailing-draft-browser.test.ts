/** The draft page in a browser: with its script, by keyboard alone, on a phone and in the dark. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { leastContrast } from '../support/contrast.ts';
import { pngOf } from '../support/png.ts';
import { skip } from '../support/skip.ts';
import { type DraftStand, draftStand, FIT } from './draft-stand.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const s = suite('draft page in a browser');
let stand: DraftStand;
let browser: Browser;
let n = 0;
s.before(async () => {
  if (!existsSync(CHROMIUM)) return;
  stand = await draftStand({ status: 'done', code: 'mailing-handed-in' });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS.split(' ') });
});
s.after(async () => {
  await browser?.close();
  await stand?.close();
});
function test(title: string, work: () => Promise<void>): void {
  if (existsSync(CHROMIUM)) s(title, work);
  else skip(s, title, `no Chromium at ${CHROMIUM}`);
}

async function request(create: object = {}, cells: object = { stage: 'Draft' }): Promise<string> {
  const id = `ML-0000-01${String(10 + n++)}`;
  await stand.insert('mailings', id, { ...FIT, ...create }, cells);
  return id;
}
/** A page of which nothing may be refused by its own policy. */
async function open(url: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on('console', (line) => {
    if (line.type() === 'error' && /Content Security/.test(line.text())) throw new Error(line.text());
  });
  await page.goto(url);
  return page;
}

test('findings, counts and readers follow what is typed; a picture is uploaded; nothing typed is lost', async () => {
  const id = await request();
  const page = await open(stand.draft(id));
  await page.getByText('Nothing: it follows the rules.').first().waitFor();
  await page.getByLabel('Subject').fill('Lecture'.repeat(20));
  await page.getByText('140 of 120 characters').waitFor();
  await page.getByText('1 thing to change, 0 remarks for the moderator').waitFor();
  await page.getByLabel('GSB').check();
  await page.getByText('3 people get it').waitFor();
  assert.is((await stand.look(id)).cells.subject, FIT.subject, 'typing writes nothing');
  await page.getByLabel('Subject').fill('Lecture on twins');
  const picture = { name: 'hall.png', mimeType: 'image/png', buffer: pngOf(800, 600) };
  await page.getByLabel('Picture', { exact: true }).setInputFiles(picture);
  await page.getByRole('button', { name: 'Upload: Picture' }).click();
  await page.getByRole('img', { name: 'Picture' }).waitFor();
  assert.is(await page.evaluate("document.querySelector('figure img').naturalWidth"), 800);
  assert.is(await page.getByLabel('Subject').inputValue(), 'Lecture on twins');
  const frame = page.frameLocator('#preview');
  await page.getByLabel('Text', { exact: true }).fill('# As readers see it\n\n<img src=x onerror=alert(1)>');
  await frame.getByRole('heading', { name: 'As readers see it' }).waitFor();
  await frame.getByText('<img src=x onerror=alert(1)>').first().waitFor();
  const inner = await (await page.locator('#preview').elementHandle())?.contentFrame();
  assert.is(await inner?.evaluate('document.images[0].naturalWidth'), 800, 'its own picture, in a frame of its own');
  await page.getByLabel('Dark').check();
  assert.ok(await page.locator('#preview-dark').isVisible());
  await page.getByLabel('Text only').check();
  await page.locator('pre').getByText('onerror').waitFor();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('status').filter({ hasText: 'Handed in.' }).waitFor();
  assert.is(stand.told.at(-1)?.message.kind, 'hand-in');
  await page.context().close();
});

test('it is written and handed in by keyboard alone, and Enter in a field only saves', async () => {
  const id = await request();
  const page = await open(stand.draft(id, 'ru'));
  const to = async (selector: string) => {
    for (let i = 0; i < 90; i++) {
      if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${selector}`);
  };
  stand.told.splice(0);
  await to('#subject');
  await page.keyboard.press('End');
  await page.keyboard.type(', весной');
  await page.keyboard.press('Enter');
  await page.getByText('Сохранено.').waitFor();
  assert.equal(
    stand.told.map(({ message }) => message.kind),
    ['recheck'],
  );
  await to('input[name=schools][value=GSB]');
  await page.keyboard.press('Space');
  await to('button[value=hand-in]');
  await page.keyboard.press('Enter');
  await page.getByText('Сдано.').waitFor();
  const { cells } = await stand.look(id);
  assert.equal([cells.subject, cells.schools], [`${FIT.subject}, весной`, ['SEDS', 'GSB']]);
  assert.is(stand.told.at(-1)?.message.kind, 'hand-in');
  await page.context().close();
});

test('every control has a name, no text is too pale, nothing runs over the side of a phone', async () => {
  const fix = await request({}, { stage: 'Returned' });
  const { content } = await stand.pages.proposeFix(fix, { subject: 'Changed' }, (await stand.look(fix)).typed);
  const memory = { version: 1, timers: {}, mistaken: {}, round: 1, spans: [{ from: '2026-09-30T05:00:00Z' }] };
  await stand.set(fix, { memory: JSON.stringify({ ...memory, fix: content }) });
  const long = await request({ subject: 'Тақырып'.repeat(30), text: 'ТҰТАС '.repeat(90) });
  await stand.pages.attach(long, 'poster', { name: `${'name'.repeat(20)}.png`, type: '', bytes: pngOf(900, 500) });
  const read = await request({}, { stage: 'In moderation', memory: JSON.stringify(memory) });
  const page = await open(stand.draft(long), { viewport: { width: 320, height: 700 } });
  for (const [id, language, colorScheme] of [
    [fix, 'ru', 'dark'],
    [long, 'kk', 'light'],
    [long, 'ru', 'dark'],
    [read, 'kk', 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(stand.draft(id, language));
    assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= 320, `${id} ${language}`);
    const { text, contrast } = await leastContrast(page);
    assert.ok(contrast >= 4.5, `${language} ${colorScheme}: "${text}" has ${contrast.toFixed(2)}`);
  }
  await page.goto(stand.draft(long, 'kk'));
  const tree = await page.locator('form').ariaSnapshot();
  for (const role of ['textbox', 'combobox', 'checkbox', 'button', 'group'] as const) {
    const all = tree.match(new RegExp(`- ${role}\\b.*`, 'g')) ?? [];
    assert.ok(all.length > 1, role);
    for (const line of all) assert.match(line, new RegExp(`${role} "[^"]+"`));
  }
  await page.context().close();
});

s.run();
