// runner: alone
// runner: minutes=3
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LocalClient } from '../../local/client/index.ts';
import { freePort } from '../../local/ports.ts';
import { skip } from '../support/skip.ts';
import { until } from '../support/until.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const MAIN = join(import.meta.dirname, '../../local/main.ts');

const s = suite('npm start');
let dataDir: string;
let port: number;
let running: ReturnType<typeof start>;
let browser: Browser | undefined;

/** The program as a person starts it, with all it says. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (piece) => (said += piece));
  child.stderr.on('data', (piece) => (said += piece));
  const code = new Promise<number | null>((resolve) => child.once('exit', (exit) => resolve(exit)));
  return { child, code, said: () => said };
}

s.before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'start-'));
  port = await freePort();
  running = start('--port', String(port), '--data', dataDir, '--clock', 'frozen', '--now', '2026-09-01T04:00:00Z');
  await until(() => /Ready after/.test(running.said()), 60_000);
  if (existsSync(CHROMIUM)) browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
});
s.after(async () => {
  await browser?.close();
  running?.child.kill('SIGTERM');
  await running?.code;
  await rm(dataDir, { recursive: true, force: true });
});

s('says where to look', () => {
  for (const what of ['Desk', 'Spreadsheet', 'Forms', 'Inbox', 'Clock', 'Runs'])
    assert.match(running.said(), new RegExp(`${what} +http://127\\.0\\.0\\.1:\\d+`));
});

s('knows the next event before anybody looks or moves', async () => {
  const people = new LocalClient(`http://127.0.0.1:${port}`);
  assert.is(await until(async () => (await people.next()) ?? undefined, 20_000), '2026-09-02T04:00:00Z');
});

const inBrowser = existsSync(CHROMIUM) ? s : { skip: (name: string) => skip(s, name, `no Chromium at ${CHROMIUM}`) };
const walk = 'walks from the desk through a form to the letter, the row and the run, in a browser';
if (inBrowser === s)
  s(walk, async () => {
    assert.ok(browser);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const url = `http://127.0.0.1:${port}`;
    await page.goto(url);
    assert.match((await page.textContent('h1')) ?? '', /./);
    await page.goto(`${url}/forms`);
    await page.getByRole('link', { name: 'Become a mentee' }).first().click();
    await page.getByLabel(/^Full name/).fill('Bolat Ospan');
    await page.getByLabel(/^Email/).fill('bolat@nu.edu.kz');
    await page.getByLabel('Networking').check();
    await page
      .getByRole('group', { name: /Languages you can talk in/ })
      .getByLabel('English')
      .check();
    for (const question of [/profile be shown/, /contact data be given/, /stored on servers/])
      await page.getByRole('radiogroup', { name: question }).getByLabel('Yes').check();
    await page.getByRole('button', { name: /submit|send/i }).click();
    await page.getByText('Thank you').first().waitFor();

    const people = new LocalClient(url);
    await people.settle();
    const [letter] = await people.letters('bolat@nu.edu.kz');
    assert.ok(letter, 'the receipt is in the inbox');
    await page.goto(`${url}/inbox/${letter.id}`);
    await page.getByText(letter.subject).first().waitFor();

    const [row] = await people.rows('mentees');
    assert.is(row?.stage, 'Training');
    await page.goto(`${url}/sheet`);
    await page
      .getByRole('tab', { name: 'Mentees' })
      .or(page.getByText('Mentees', { exact: true }))
      .first()
      .click();
    await page.getByText('Bolat Ospan').first().waitFor();

    await page.goto(row?.run ?? '');
    await page.getByText(`participant/${row?.id}`).first().waitFor({ timeout: 20_000 });
    await page.getByText('User Metadata').first().click();
    const details = page.frameLocator('iframe').last().getByText('waits for attendance at a training');
    await details.first().waitFor({ timeout: 20_000 });
    await page.close();
  });
else inBrowser.skip(walk);

s('an edit is answered in its row within seconds', async () => {
  const people = new LocalClient(`http://127.0.0.1:${port}`);
  const [session] = await people.rows('training');
  assert.ok(session?.id);
  await people.edit('training', session.id, { seats: 'many' });
  const note = await until(async () => {
    const row = (await people.rows('training')).find((each) => each.id === session.id);
    return /not a number/.test(row?.systemNote ?? '') && row?.systemNote;
  }, 20_000);
  assert.match(note, /"Places" is not a number/);
});

s('a second start on the same folder says so and ends', async () => {
  const second = start('--port', String(await freePort()), '--data', dataDir, '--clock', 'frozen');
  assert.is(await second.code, 1);
  assert.match(second.said(), /is in use by another start/);
});

s('a port in use is named', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port: busy } = taken.address() as { port: number };
  const folder = await mkdtemp(join(tmpdir(), 'start-'));
  const other = start('--port', String(busy), '--data', folder);
  assert.is(await other.code, 1);
  assert.match(other.said(), new RegExp(`Port ${busy}.*in use`));
  taken.close();
  await rm(folder, { recursive: true, force: true });
});

s('wrong words on the command line are answered with help', async () => {
  for (const [args, words] of [
    [['--port', 'eighty'], /--port takes a number/],
    [['--clock', 'slow'], /--clock takes real or frozen/],
    [['--now', '2026-09-01T04:00:00Z'], /--now needs --clock frozen/],
    [['--clock', 'frozen', '--now', 'tomorrow'], /--now takes an instant/],
    [['--colour', 'red'], /colour/],
  ] as const) {
    const wrong = start(...args);
    assert.is(await wrong.code, 2);
    assert.match(wrong.said(), words);
    assert.match(wrong.said(), /npm start -- /);
  }
});

s('stops when asked to, each part by itself', async () => {
  running.child.kill('SIGTERM');
  assert.is(await running.code, 0);
  assert.not.match(running.said(), /was killed/);
});

s('a folder whose clock was frozen cannot go on in real time, and says so', async () => {
  const real = start('--port', String(await freePort()), '--data', dataDir);
  assert.is(await real.code, 1);
  assert.match(
    real.said(),
    /^The data folder \S+ was run with a frozen clock\. Start it with --clock frozen.*--data\.\n$/,
  );
});

s.run();
