import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { KAZAKHSTAN } from '../../domain/calendar/index.ts';
import { FORM_KEYS, WORKBOOKS } from '../../domain/program/index.ts';
import { freePort } from '../../local/ports.ts';
import { type Stand, stand } from '../local/google/help.ts';

const ROOT = join(import.meta.dirname, '../..');

const s = suite<{ folder: string; file: string; stand: Stand }>('setup command');
s.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'setup-'));
  context.file = join(context.folder, 'ids.json');
  context.stand = await stand();
});
s.after.each(async ({ folder, stand }) => {
  await stand.close();
  await rm(folder, { recursive: true, force: true });
});

async function setup(root: string, ...args: string[]) {
  const { PATH = '' } = process.env;
  const env = { PATH, SHEETS_ROOT_URL: root };
  return promisify(execFile)(process.execPath, [join(ROOT, 'setup/main.ts'), ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

s('makes four spreadsheets and all forms, and says which file to set', async ({ file, stand }) => {
  const { code, stdout } = await setup(stand.url, '--ids', file);
  assert.is(code, 0);
  assert.ok(stdout.includes(`Set GOOGLE_IDS=${file}`), stdout);
  const ids = JSON.parse(await readFile(file, 'utf8')) as Record<'spreadsheets' | 'forms', Record<string, string>>;
  assert.equal(Object.keys(ids.spreadsheets), Object.keys(WORKBOOKS));
  assert.equal(Object.keys(ids.forms), [...FORM_KEYS]);
  assert.is(stand.google.spreadsheets().length, 4);
  assert.is(stand.google.forms().length, FORM_KEYS.length);
  const { data } = await stand.sheets.spreadsheets.values.get({
    spreadsheetId: ids.spreadsheets.programme ?? '',
    range: 'Holidays',
  });
  const dates = (data.values ?? []).flat().filter((cell) => /^\d{4}-\d\d-\d\d$/.test(String(cell)));
  assert.equal(dates.sort(), KAZAKHSTAN.map(({ date }) => date).sort());
});

s('a second run makes nothing', async ({ file, stand }) => {
  await setup(stand.url, '--ids', file);
  const before = await readFile(file, 'utf8');
  const again = await setup(stand.url, '--ids', file);
  assert.is(again.code, 0);
  assert.not.match(again.stdout, /^(made|added)|: added/m);
  assert.is(await readFile(file, 'utf8'), before);
  assert.is(stand.google.spreadsheets().length, 4);
});

s('a run that was cut off goes on where it stopped', async ({ file, stand }) => {
  stand.google.failNext('503-before', /POST \/v1\/forms$/);
  const first = await setup(stand.url, '--ids', file);
  assert.is(first.code, 1, first.stdout);
  assert.match(first.stderr, /goes on where it stopped/);
  const second = await setup(stand.url, '--ids', file);
  assert.is(second.code, 0, second.stderr);
  assert.is(stand.google.spreadsheets().length, 4);
  assert.is(stand.google.forms().length, FORM_KEYS.length);
});

s('an ids file of something else is left alone', async ({ file, stand }) => {
  for (const [text, says] of [
    ['{"a": 1}', /no file of this setup: it names a/],
    ['{"spreadsheets": {"alumni": "x"}}', /it names alumni/],
    ['not json', /is no JSON/],
  ] as const) {
    await writeFile(file, text);
    const { code, stderr } = await setup(stand.url, '--ids', file);
    assert.is(code, 1);
    assert.match(stderr, says);
    assert.is(await readFile(file, 'utf8'), text);
  }
  assert.is(stand.google.spreadsheets().length, 0);
});

s('bad input is said in one line', async ({ file, stand }) => {
  assert.match((await setup(stand.url, '--help')).stdout, /npm run setup/);
  assert.is((await setup(stand.url, '--all')).code, 2);
  assert.match((await setup('nowhere', '--ids', file)).stderr, /SHEETS_ROOT_URL is not an address/);
  const gone = await setup(`http://127.0.0.1:${await freePort()}`, '--ids', file);
  assert.is(gone.code, 1);
  assert.match(gone.stderr, /Google did not answer/);
});

s.run();
