import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { KAZAKHSTAN } from '../../domain/calendar/index.ts';
import { FORM_KEYS, questionId, WORKBOOKS } from '../../domain/program/index.ts';
import { freePort } from '../../local/ports.ts';
import { createLinks } from '../../mail/index.ts';
import type { Ids } from '../../setup/index.ts';
import { checkIds } from '../../worker/config.ts';
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
  const ids = JSON.parse(await readFile(file, 'utf8')) as Ids;
  assert.equal(Object.keys(ids.spreadsheets), Object.keys(WORKBOOKS));
  assert.equal(Object.keys(ids.forms), [...FORM_KEYS]);
  for (const form of FORM_KEYS) {
    const { data } = await stand.forms.forms.get({ formId: ids.forms[form] });
    assert.is(
      ids.responders[form],
      data.responderUri,
      'people answer where Google says, whatever id stands in that address',
    );
  }
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

s('links lead to the page that Google names, with the code and what was answered', () => {
  const links = createLinks({
    publicUrl: 'https://letters.example',
    sheetUrl: 'https://docs.google.com',
    temporalUiUrl: '',
    namespace: '',
    keys: [{ kid: 'a', secret: 'k'.repeat(32) }],
    formPages: { mentor: 'https://docs.google.com/forms/d/e/1FAIpQL-other-id/viewform' } as Ids['responders'],
    spreadsheetIds: { programme: '1AbC' } as Ids['spreadsheets'],
    embedded: false,
    gridOf: (tab) => (tab === 'needs' ? 7 : 8),
  });
  const code = { process: 'participant/MR-1', action: 'form-mentor', person: 'MR-1', expires: '2026-10-01T00:00:00Z' };
  const link = new URL(links.form('mentor', code, { name: ['Aigerim & co'] }));
  assert.is(`${link.origin}${link.pathname}`, 'https://docs.google.com/forms/d/e/1FAIpQL-other-id/viewform');
  const entry = (question: string) => `entry.${Number.parseInt(questionId('mentor', question), 16)}`;
  assert.is(link.searchParams.get(entry('name')), 'Aigerim & co');
  assert.ok((link.searchParams.get(entry('code')) ?? '').length > 40);
  assert.is(links.sheet('needs', 'NY-1'), 'https://docs.google.com/spreadsheets/d/1AbC/edit#gid=7');
});

s('a worker on the ids file of an earlier setup says what it lacks', () => {
  const ids = { spreadsheets: {}, forms: { mentor: 'f' }, responders: {} } as unknown as Ids;
  assert.throws(
    () => checkIds(ids),
    (error: Error) =>
      /^GOOGLE_IDS lacks programme, restricted, mailings, figures, form mentor, form mentee, .*Run "npm run setup"/.test(
        error.message,
      ),
  );
});

s.run();
