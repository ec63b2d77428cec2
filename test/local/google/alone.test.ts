import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { clients, failure } from './help.ts';

const s = suite('google: npm run sheets');
const main = new URL('../../../local/google/main.ts', import.meta.url).pathname;

interface Ended {
  readonly code: number | null;
  readonly text: string;
}

/** The command with these options: its address once it listens, or how it ended. */
async function run(...options: string[]): Promise<{ url: string; stop: () => Promise<Ended> } | Ended> {
  const child = spawn(process.execPath, [main, ...options]);
  let text = '';
  const end = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, text })));
  const url = new Promise<string>((resolve) => {
    const read = (chunk: Buffer): void => {
      text += chunk;
      const found = /http:\/\/[\d.]+:\d+\//.exec(text)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const first = await Promise.race([url, end]);
  if (typeof first !== 'string') return first;
  return {
    url: first,
    stop: () => {
      child.kill('SIGTERM');
      return end;
    },
  };
}

s('options that mean nothing are told in a line', async () => {
  const cases: [string[], RegExp][] = [
    [['--port', 'x'], /^--port must be a number from 0 to 65535, not "x"\.$/m],
    [['--quota', 'some'], /^--quota must be google or off, not "some"\.$/m],
    [['--faults', '503-after=2'], /^"503-after=2" needs a share between 0 and 1\.$/m],
    [['--colour'], /Unknown option '--colour'/],
  ];
  for (const [options, message] of cases) {
    const ended = await run(...options);
    assert.ok('code' in ended, options.join(' '));
    assert.is(ended.code, 2);
    assert.match(ended.text, message);
    assert.match(ended.text, /See npm run sheets -- --help/);
  }
  const help = await run('--help');
  assert.ok('code' in help && help.code === 0);
  for (const word of ['--port', '--data', '--quota', '--faults', '/api/faults', 'docs/stand-in.md'])
    assert.ok(help.text.includes(word), word);
});

s('it serves the three APIs, and what a test needs beside them', async () => {
  const data = mkdtempSync(join(tmpdir(), 'sheets-alone-'));
  const server = await run('--port', '0', '--data', data, '--quota', 'off');
  if (!('url' in server)) throw new Error(server.text);
  const { url, stop } = server;
  try {
    const { sheets, forms, drive } = clients(url);
    const api = async (path: string, body?: object): Promise<[number, unknown]> => {
      const response = await fetch(`${url}api/${path}`, body ? { method: 'POST', body: JSON.stringify(body) } : {});
      return [response.status, await response.json()];
    };
    assert.is((await fetch(`${url}healthz`)).status, 200);
    const spreadsheetId =
      (await sheets.spreadsheets.create({ requestBody: { properties: { title: 'Alone' } } })).data.spreadsheetId ?? '';
    assert.equal(await api('spreadsheets'), [200, [{ id: spreadsheetId, title: 'Alone' }]]);
    const read = () => sheets.spreadsheets.values.get({ spreadsheetId, range: 'A1' });
    const write = (text: string) =>
      sheets.spreadsheets.values.update({
        spreadsheetId,
        range: 'A1',
        valueInputOption: 'RAW',
        requestBody: { values: [[text]] },
      });
    assert.equal(await api('faults', { next: '503-after', match: 'PUT .*values', times: 1 }), [200, {}]);
    await read();
    assert.is((await failure(write('kept'))).code, 503);
    assert.equal((await read()).data.values, [['kept']]);
    await api('faults', { spec: '429=1' });
    assert.match((await failure(write('no'))).message, /^Quota exceeded for quota metric 'Write requests'/);
    assert.match((await failure(read())).message, /^Quota exceeded for quota metric 'Read requests'/);
    await api('faults', {});
    await read();
    assert.equal(await api('calls'), [200, { reads: 3, writes: 2 }]);
    assert.equal(await api('faults', { next: 'flood' }), [400, { error: '"flood" is no fault.' }]);
    assert.is((await api('faults', { spec: 'flood=1' }))[0], 400);
    const formId = (await forms.forms.create({ requestBody: { info: { title: 'F' } } })).data.formId ?? '';
    const made = await forms.forms.batchUpdate({
      formId,
      requestBody: {
        requests: [
          {
            createItem: {
              location: { index: 0 },
              item: { title: 'Name', questionItem: { question: { required: true, textQuestion: {} } } },
            },
          },
        ],
      },
    });
    const question = made.data.replies?.[0]?.createItem?.questionId?.[0] ?? '';
    assert.is((await api(`forms/${formId}/responses`, { answers: { [question]: ['Ann'] } }))[0], 404);
    const publishState = { isPublished: true, isAcceptingResponses: true };
    await forms.forms.setPublishSettings({ formId, requestBody: { publishSettings: { publishState } } });
    assert.is((await api(`forms/${formId}/responses`, { answers: {} }))[0], 400);
    const [status, sent] = await api(`forms/${formId}/responses`, { answers: { [question]: ['Ann'] } });
    assert.is(status, 200);
    const { data: listed } = await forms.forms.responses.list({ formId });
    assert.equal(
      listed.responses?.map((r) => ({ responseId: r.responseId })),
      [sent],
    );
    assert.is((await drive.files.list({})).data.files?.length, 2);
    const { data: generated } = await drive.files.generateIds({ count: 3 });
    assert.is(new Set(generated.ids).size, 3);
  } finally {
    assert.is((await stop()).code, 0);
    rmSync(data, { recursive: true });
  }
});

s.run();
