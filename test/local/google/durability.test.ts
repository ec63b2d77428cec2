import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createGoogle } from '../../../local/google/index.ts';
import { clients, failure, stand } from './help.ts';

const s = suite('google: durability');
const main = new URL('../../../local/google/main.ts', import.meta.url).pathname;

async function start(data: string, ...more: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [main, '--port', '0', '--data', data, '--quota', 'off', ...more]);
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /http:\/\/[\d.]+:\d+\//.exec(text)?.[0];
      if (found) resolve(found);
    });
    child.stderr.on('data', (chunk) => {
      text += chunk;
    });
    child.on('exit', () => reject(new Error(text)));
  });
  return { child, url };
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

s('what was answered survives kill -9, and nothing is half there', async () => {
  const data = mkdtempSync(join(tmpdir(), 'google-kill-'));
  let spreadsheetId = '';
  const answered: number[] = [];
  let next = 1;
  for (let round = 0; round < 3; round++) {
    const { child, url } = await start(data);
    const { sheets } = clients(url);
    if (spreadsheetId === '') {
      const made = await sheets.spreadsheets.create({
        requestBody: {
          sheets: [{ properties: { sheetId: 0, title: 'A' } }, { properties: { sheetId: 1, title: 'B' } }],
        },
      });
      spreadsheetId = made.data.spreadsheetId ?? '';
    }
    const add = async (n: number) => {
      const rows = [{ values: [{ userEnteredValue: { numberValue: n } }] }];
      const insert = (sheetId: number) => [
        { insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
        { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows, fields: 'userEnteredValue' } },
      ];
      await sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [...insert(0), ...insert(1)] } });
      answered.push(n);
    };
    const goal = next + 15 + round;
    while (next < goal) await add(next++);
    const open = [add(next++), add(next++), add(next++)].map((call) => call.catch(() => undefined));
    child.kill('SIGKILL');
    await Promise.all([ended(child), ...open]);
  }
  const { child, url } = await start(data);
  const { sheets } = clients(url);
  const got = await sheets.spreadsheets.values.batchGet({
    spreadsheetId,
    ranges: ['A!A:A', 'B!A:A'],
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  const [a, b] = (got.data.valueRanges ?? []).map((range) => (range.values ?? []).map((row) => row[0] as number));
  assert.equal(a, b);
  assert.equal(
    answered.filter((n) => !a?.includes(n)),
    [],
  );
  child.kill('SIGTERM');
  await ended(child);
  rmSync(data, { recursive: true });
});

s('six clients write at once while the server is killed: what was acknowledged is there, once', async () => {
  const data = mkdtempSync(join(tmpdir(), 'google-burst-'));
  const CLIENTS = 6;
  const ROUNDS = 2;
  const cells = new Map<string, string>();
  const logged: string[] = [];
  const tried: string[] = [];
  const made: string[] = [];
  let spreadsheetId = '';
  for (let round = 0; round < ROUNDS; round++) {
    const { child, url } = await start(data);
    const { sheets, drive } = clients(url);
    if (spreadsheetId === '') {
      const requestBody = {
        sheets: [{ properties: { sheetId: 0, title: 'Cells' } }, { properties: { sheetId: 1, title: 'Log' } }],
      };
      spreadsheetId = (await sheets.spreadsheets.create({ requestBody })).data.spreadsheetId ?? '';
    }
    let acknowledged = 0;
    const goal = Promise.withResolvers<void>();
    const work = async (client: number): Promise<void> => {
      for (let n = 0; ; n++) {
        const token = `${round}/${client}/${n}`;
        const range = `Cells!${'ABCDEF'[client]}${1 + (n % 5)}`;
        const requestBody = { values: [[token]] };
        await sheets.spreadsheets.values.update({ spreadsheetId, range, valueInputOption: 'RAW', requestBody });
        cells.set(range, token);
        tried.push(token);
        await sheets.spreadsheets.values.append({
          spreadsheetId,
          range: 'Log!A1',
          valueInputOption: 'RAW',
          requestBody,
        });
        logged.push(token);
        if (n % 10 === 0) made.push((await drive.files.create({ requestBody: { name: token } })).data.id ?? '');
        if (++acknowledged === 60) goal.resolve();
      }
    };
    const open = Array.from({ length: CLIENTS }, (_, client) => work(client).catch(() => undefined));
    await goal.promise;
    child.kill('SIGKILL');
    await Promise.all([ended(child), ...open]);
  }
  const { child, url } = await start(data);
  const { sheets, drive } = clients(url);
  const ranges = ['Log!A:A', ...cells.keys()];
  const { data: got } = await sheets.spreadsheets.values.batchGet({ spreadsheetId, ranges });
  const [log, ...found] = got.valueRanges ?? [];
  const lines = (log?.values ?? []).map((row) => String(row[0]));
  assert.is(new Set(lines).size, lines.length, 'no line twice');
  assert.equal(
    logged.filter((token) => !lines.includes(token)),
    [],
  );
  assert.equal(
    lines.filter((line) => !tried.includes(line)),
    [],
  );
  [...cells.values()].forEach((token, i) => {
    const stands = String(found[i]?.values?.[0]?.[0]).split('/').map(Number);
    const [round = 0, client = 0, n = 0] = token.split('/').map(Number);
    // a later write may have been applied without its answer
    assert.ok(
      stands[1] === client && (stands[0] ?? 0) * 1e6 + (stands[2] ?? 0) >= round * 1e6 + n,
      `${stands} for ${token}`,
    );
  });
  const { data: files } = await drive.files.list({ pageSize: 1000 });
  const ids = new Set(files.files?.map((file) => file.id));
  assert.equal(
    made.filter((id) => !ids.has(id)),
    [],
  );
  child.kill('SIGTERM');
  await ended(child);
  rmSync(data, { recursive: true });
});

s('everything a workbook, a form and a file hold comes back after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'google-again-'));
  const first = await stand({ dataDir });
  const { data: made } = await first.sheets.spreadsheets.create({
    requestBody: {
      sheets: [
        {
          properties: { sheetId: 0, title: 'A', gridProperties: { rowCount: 30, columnCount: 4, frozenRowCount: 1 } },
          data: [{ rowData: [{ values: [{ userEnteredValue: { stringValue: 'ID' }, note: 'never typed' }] }] }],
          protectedRanges: [{ protectedRangeId: 4, range: { sheetId: 0, endRowIndex: 1 }, warningOnly: true }],
        },
      ],
      namedRanges: [{ name: 'Head', range: { sheetId: 0, endRowIndex: 1 } }],
    },
  });
  const id = made.spreadsheetId ?? '';
  const { people } = first.google;
  people.paste(id, 0, 1, 0, [
    ['MR-1', '2026-01-05', '=COUNTA(A2:A9)'],
    ['MR-2', '12%', 'true'],
  ]);
  people.setFilter(id, 0, { range: { sheetId: 0 }, criteria: { 0: { hiddenValues: ['MR-1'] } } });
  people.moveColumn(id, 0, 0, 2);
  people.moveRow(id, 0, 2, 20);
  people.insertRows(id, 0, 1, 3);
  people.deleteRows(id, 0, 2);
  await first.sheets.spreadsheets.batchUpdate({
    spreadsheetId: id,
    requestBody: {
      requests: [
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataKey: 'k',
              visibility: 'PROJECT',
              location: { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } },
            },
          },
        },
        {
          updateDimensionProperties: {
            range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 },
            properties: { hiddenByUser: true },
            fields: 'hiddenByUser',
          },
        },
      ],
    },
  });
  const { data: form } = await first.forms.forms.create({ requestBody: { info: { title: 'F' } } });
  const formId = form.formId ?? '';
  await first.forms.forms.setPublishSettings({
    formId,
    requestBody: { publishSettings: { publishState: { isPublished: true, isAcceptingResponses: true } } },
  });
  people.submitForm(formId, {}, { at: 0 });
  const look = async (at: Awaited<ReturnType<typeof stand>>) => {
    const url = (text: string) => text.replaceAll(at.url, '');
    return url(
      JSON.stringify([
        (await at.sheets.spreadsheets.get({ spreadsheetId: id, includeGridData: true })).data,
        (await at.forms.forms.get({ formId })).data,
        (await at.forms.forms.responses.list({ formId })).data,
        (await at.drive.files.list({ fields: '*' })).data,
      ]),
    );
  };
  const before = await look(first);
  await first.close();
  const second = await stand({ dataDir });
  assert.equal(JSON.parse(await look(second)), JSON.parse(before));
  await second.close();
  rmSync(dataDir, { recursive: true });
});

s('a folder of another version is refused, bad options are told', async () => {
  const data = mkdtempSync(join(tmpdir(), 'google-bad-'));
  const bad = await start(data, '--faults', 'earthquake=1').catch((error: Error) => error.message);
  assert.match(String(bad), /Unknown fault "earthquake=1"/);
  const google = await createGoogle({ dataDir: data, quota: 'off' });
  await google.close();
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(join(data, 'google.sqlite'));
  db.exec('PRAGMA user_version=99');
  db.close();
  const refused = await failure(createGoogle({ dataDir: data, quota: 'off' }));
  assert.match(refused.message, /another version/);
  rmSync(data, { recursive: true });
});

s.run();
