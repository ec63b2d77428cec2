import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FORM_KEYS } from '../../domain/program/index.ts';
import { freePort } from '../../local/ports.ts';
import { diagnose } from '../../setup/doctor.ts';
import { sheetIdOf } from '../../sheets/layout.ts';
import { type TestNamespace, testNamespace } from '../support/temporal.ts';
import { type Account, account } from './account.ts';

const ROOT = join(import.meta.dirname, '../..');

const s = suite<{ temporal: TestNamespace; account: Account }>('doctor');
s.before(async (context) => {
  context.temporal = await testNamespace();
});
s.after(({ temporal }) => temporal.close());
s.before.each(async (context) => {
  context.account = await account(context.temporal);
  context.account.staff(1, 'Saule Nurlanova', 'saule@example.org', 'Coordinator, Director');
  context.account.staff(2, 'Askar Bekov', 'askar@example.org', 'Case officer');
});
s.after.each(({ account }) => account.close());

/** What is wrong, one text each. */
const wrongIn = async (env: Readonly<Record<string, string | undefined>>): Promise<string[]> =>
  (await diagnose(env)).filter(({ ok }) => !ok).map(({ what, todo }) => `${what}: ${todo}`);

/** Exactly one thing is wrong, and it is this. */
async function only(env: Readonly<Record<string, string | undefined>>, ...says: RegExp[]): Promise<void> {
  const found = await wrongIn(env);
  assert.is(found.length, says.length, found.join('\n'));
  for (const [i, words] of says.entries()) assert.match(found[i] ?? '', words);
}

async function command(env: Readonly<Record<string, string>>, ...args: string[]) {
  const { PATH = '' } = process.env;
  return promisify(execFile)(process.execPath, [join(ROOT, 'setup/doctor.ts'), ...args], {
    env: { PATH, ...env },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

s('an account in order has a line for each part, and exit code 0', async ({ account: { env } }) => {
  const { code, stdout } = await command(env);
  assert.is(code, 0, stdout);
  for (const line of [
    /^OK {4}Configuration: complete$/m,
    /^OK {4}Temporal answers at /m,
    /^OK {4}Namespace ".*" has all search attributes$/m,
    /^OK {4}Google: signed in as /m,
    /^OK {4}Mentorship programme: all tabs and columns are there$/m,
    /^OK {4}Mentorship restricted: read by .+ \(owner\)$/m,
    /^OK {4}Staff: 2 people/m,
    /^OK {4}All \d+ forms are published and complete$/m,
    /^OK {4}Mail: 127\.0\.0\.1:\d+ answers/m,
  ])
    assert.match(stdout, line);
  assert.not.match(stdout, /^WRONG/m);
});

s('what is wrong is named with what to do, and the exit code is 1', async ({ account }) => {
  account.staff(2, 'Askar Bekov', 'askar@example.org', 'Moderator');
  const { code, stdout } = await command(account.env);
  assert.is(code, 1);
  assert.match(stdout, /^WRONG Staff: nobody with an address has the role "Case officer"\n {6}Fill Name, Email and/m);
});

s('link sharing of any workbook', async ({ account: { env, stand, ids } }) => {
  await stand.drive.permissions.create({
    fileId: ids.spreadsheets.figures,
    requestBody: { type: 'anyone', role: 'reader' },
  });
  await only(env, /Mentorship figures: anyone with the link can open it/);
});

s('readers are named', async ({ account: { env, stand, ids } }) => {
  await stand.drive.permissions.create({
    fileId: ids.spreadsheets.restricted,
    requestBody: { type: 'user', role: 'writer', emailAddress: 'askar@example.org' },
  });
  const found = (await diagnose(env)).find(({ what }) => what.startsWith('Mentorship restricted: read by'));
  assert.match(found?.what ?? '', /askar@example\.org \(writer\)/);
});

s('a deleted tab and a deleted column', async ({ account: { env, stand, ids } }) => {
  await stand.sheets.spreadsheets.batchUpdate({
    spreadsheetId: ids.spreadsheets.programme,
    requestBody: {
      requests: [
        { deleteSheet: { sheetId: sheetIdOf('awards') } },
        {
          deleteDimension: {
            range: { sheetId: sheetIdOf('mentors'), dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
          },
        },
      ],
    },
  });
  await only(env, /"Mentors" lacks the column "Full name"/, /the tab "Awards" is missing/);
});

s('a form that takes no answers, and one that is not published', async ({ account: { env, stand, ids } }) => {
  const publish = (formId: string, isPublished: boolean) =>
    stand.forms.forms.setPublishSettings({
      formId,
      requestBody: { publishSettings: { publishState: { isPublished, isAcceptingResponses: false } } },
    });
  await publish(ids.forms.mentor, false);
  await publish(ids.forms.issue, true);
  await only(env, /"Become a mentor" is not published/, /"Report an issue" takes no answers/);
});

s('an ids file of an earlier setup, which does not know where forms are answered', async ({ account }) => {
  const file = join(account.folder, 'older-ids.json');
  const { responders: _, ...older } = account.ids;
  await writeFile(file, JSON.stringify(older));
  await only(
    { ...account.env, GOOGLE_IDS: file },
    ...FORM_KEYS.map(() => /does not know where ".*" is answered: Run "npm run setup"/),
  );
});

s('nobody in Staff at all', async ({ account }) => {
  account.staff(1, '', '', '');
  account.staff(2, '', '', '');
  await only(account.env, /role "Coordinator"/, /role "Case officer"/);
});

s('Temporal: no server, no namespace', async ({ account: { env } }) => {
  await only(
    { ...env, TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}` },
    /Temporal does not answer at .*: Start it, or correct TEMPORAL_ADDRESS/,
  );
  await only({ ...env, TEMPORAL_NAMESPACE: 'nowhere' }, /no namespace "nowhere": temporal operator namespace create/);
});

s('search attributes that nobody added', async ({ account: { env }, temporal }) => {
  const connection = await temporal.connect();
  const namespace = `${temporal.namespace}-bare`;
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  // A namespace just made is not known to every part of the server at once.
  let found: string[] = [];
  for (let i = 0; i < 50 && !found.some((text) => text.includes('lacks')); i++) {
    found = await wrongIn({ ...env, TEMPORAL_NAMESPACE: namespace });
    if (!found.some((text) => text.includes('lacks'))) await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.match(found.join('\n'), /lacks search attributes: Process, .*--name NextAction --type Datetime/);
});

s('a mail server that is not there', async ({ account: { env } }) => {
  await only(
    { ...env, SMTP_URL: `smtp://127.0.0.1:${await freePort()}` },
    /The mail server could not be checked \(The mail server cannot be reached at the moment\.\): Check SMTP_URL/,
  );
});

s('a configuration that is not complete stops the rest, in plain words', async ({ account: { env } }) => {
  await only({ ...env, LINK_KEYS: 'a:short' }, /LINK_KEYS holds kid:secret pairs/);
  await only({ ...env, GOOGLE_IDS: '/nowhere/ids.json' }, /GOOGLE_IDS names \/nowhere\/ids\.json/);
  await only({ ...env, PUBLIC_URL: 'http://letters.example.org' }, /PUBLIC_URL is http:.*https addresses only/);
});

s('Google that does not answer', async ({ account: { env } }) => {
  await only(
    { ...env, SHEETS_ROOT_URL: `http://127.0.0.1:${await freePort()}` },
    /Google could not be checked .*GOOGLE_APPLICATION_CREDENTIALS/,
  );
});

s('help, and options that do not exist', async () => {
  assert.match((await command({}, '--help')).stdout, /npm run doctor/);
  const bad = await command({}, '--fix');
  assert.is(bad.code, 2);
  assert.match(bad.stderr, /'--fix'/);
});

s.run();
