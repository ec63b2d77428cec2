import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Call, call } from './fuzz/calls.ts';
import { type Stand, stand } from './help.ts';

const s = suite('google: any request');
/** Runs of up to 25 calls each; `FUZZ_RUNS=2000 npm test -- fuzz` for the night. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 25);

interface Scene {
  readonly book: string;
  readonly form: string;
}

async function scene(g: Stand): Promise<Scene> {
  const { data } = await g.sheets.spreadsheets.create({
    requestBody: {
      sheets: [
        { properties: { sheetId: 0, title: 'A', gridProperties: { rowCount: 6, columnCount: 5 } } },
        { properties: { sheetId: 7, title: 'T 7', gridProperties: { rowCount: 6, columnCount: 5 } } },
      ],
      namedRanges: [{ name: 'Name', range: { sheetId: 0, startRowIndex: 1, endRowIndex: 3 } }],
    },
  });
  const form = await g.forms.forms.create({ requestBody: { info: { title: 'F' } } });
  return { book: data.spreadsheetId ?? '', form: form.data.formId ?? '' };
}

const spell = (path: string, { book, form }: Scene): string =>
  path.replaceAll('{book}', book).replaceAll('{file}', book).replaceAll('{form}', form);

async function send(
  g: Stand,
  { method, path, body, type }: Call,
  at: Scene,
): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(spell(path, at), g.url), {
    method,
    ...(body === undefined ? {} : { body, headers: { 'Content-Type': type ?? 'application/json' } }),
  });
  return { status: response.status, text: await response.text() };
}

/** All that can be read of what a run worked on. A file that was thrown away is 404 on both sides. */
async function look(g: Stand, at: Scene): Promise<string[]> {
  const paths = ['/v4/spreadsheets/{book}?includeGridData=true', '/v1/forms/{form}', '/drive/v3/files/{book}?fields=*'];
  const texts: string[] = [];
  for (const path of paths) texts.push((await send(g, { method: 'GET', path }, at)).text.replaceAll(g.url, ''));
  return texts;
}

/** What must hold of a spreadsheet whatever was asked of it. */
function checkBook(text: string): void {
  const { sheets, error } = JSON.parse(text) as {
    sheets?: {
      properties: {
        sheetId: number;
        title: string;
        index: number;
        gridProperties: { rowCount: number; columnCount: number; frozenRowCount?: number };
      };
      data: { rowData?: { values?: unknown[] }[]; rowMetadata: unknown[]; columnMetadata: unknown[] }[];
      merges?: { endRowIndex: number; endColumnIndex: number }[];
    }[];
    error?: { code: number };
  };
  if (error?.code === 404) return;
  assert.ok(sheets && sheets.length > 0, 'a spreadsheet has a tab');
  assert.is(new Set(sheets.map((x) => x.properties.sheetId)).size, sheets.length, 'ids of tabs differ');
  assert.is(new Set(sheets.map((x) => x.properties.title.toLowerCase())).size, sheets.length, 'titles of tabs differ');
  sheets.forEach(({ properties, data, merges }, i) => {
    const { rowCount, columnCount, frozenRowCount = 0 } = properties.gridProperties;
    assert.is(properties.index, i);
    assert.ok(rowCount > 0 && columnCount > 0 && frozenRowCount >= 0 && frozenRowCount < rowCount);
    assert.is(data[0]?.rowMetadata.length, rowCount);
    assert.is(data[0]?.columnMetadata.length, columnCount);
    assert.ok((data[0]?.rowData?.length ?? 0) <= rowCount);
    for (const row of data[0]?.rowData ?? []) assert.ok((row.values?.length ?? 0) <= columnCount);
    for (const merge of merges ?? []) assert.ok(merge.endRowIndex <= rowCount && merge.endColumnIndex <= columnCount);
  });
}

s('whatever is asked: no 5xx, errors as JSON, and the stored file says what the memory says', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'google-fuzz-'));
  let g = await stand({ dataDir });
  const seen = new Map<number, number>();
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 25, size: 'max' }), async (calls) => {
        const at = await scene(g);
        for (const one of calls) {
          const { status, text } = await send(g, one, at);
          seen.set(status, (seen.get(status) ?? 0) + 1);
          if (one.path === '/v4/spreadsheets' && status === 200) {
            const book = (JSON.parse(text) as { spreadsheetId: string }).spreadsheetId;
            checkBook((await look(g, { ...at, book }))[0] ?? '');
          }
          assert.ok(status < 500, `${status} for ${one.method} ${one.path}: ${one.body}`);
          if (status >= 400 && text !== '')
            assert.is((JSON.parse(text) as { error: { code: number } }).error.code, status);
        }
        const before = await look(g, at);
        checkBook(before[0] ?? '');
        await g.close();
        g = await stand({ dataDir });
        assert.equal(await look(g, at), before);
      }),
      // The same calls in every short run: what a long one finds is found on purpose, with a seed to repeat.
      { numRuns: RUNS, ...(process.env.FUZZ_RUNS ? {} : { seed: 1 }) },
    );
  } finally {
    await g.close();
    rmSync(dataDir, { recursive: true });
  }
  const all = [...seen.values()].reduce((a, b) => a + b, 0);
  const good = seen.get(200) ?? 0;
  console.log(
    `${all} calls: ${[...seen]
      .toSorted(([a], [b]) => a - b)
      .map(([code, n]) => `${n} × ${code}`)
      .join(', ')}`,
  );
  assert.ok(good > all / 20, `only ${good} of ${all} calls did anything`);
});

s('what is nested too deeply is the caller’s mistake, too', async () => {
  const g = await stand();
  const at = await scene(g);
  const list = '['.repeat(50_000) + ']'.repeat(50_000);
  const calls: Call[] = [
    { method: 'GET', path: `/v4/spreadsheets/{book}?fields=${'a('.repeat(7000)}` },
    { method: 'GET', path: `/v4/spreadsheets/{book}?fields=${'a.'.repeat(7000)}a` },
    { method: 'GET', path: `/drive/v3/files?q=${'('.repeat(15_000)}` },
    { method: 'POST', path: '/v4/spreadsheets/{book}:batchUpdate', body: `{"requests":${list}}` },
    { method: 'PUT', path: '/v4/spreadsheets/{book}/values/A1?valueInputOption=RAW', body: `{"values":[[${list}]]}` },
    { method: 'POST', path: '/v1/forms/{form}:batchUpdate', body: `{"requests":${list}}` },
  ];
  for (const one of calls) {
    const { status, text } = await send(g, one, at);
    assert.is(status, 400, one.path.slice(0, 60));
    assert.is((JSON.parse(text) as { error: { code: number } }).error.code, 400);
  }
  await g.close();
});

s('formulas lean on one another over thousands of rows, and a circle is seen', async () => {
  const g = await stand();
  const ROWS = 6000;
  const properties = { title: 'A', gridProperties: { rowCount: ROWS, columnCount: 3 } };
  const { data } = await g.sheets.spreadsheets.create({ requestBody: { sheets: [{ properties }] } });
  const spreadsheetId = data.spreadsheetId ?? '';
  const put = (range: string, values: unknown[][]) =>
    g.sheets.spreadsheets.values.update({
      spreadsheetId,
      range,
      valueInputOption: 'USER_ENTERED',
      requestBody: { values },
    });
  const read = async (range: string) =>
    (await g.sheets.spreadsheets.values.get({ spreadsheetId, range, valueRenderOption: 'UNFORMATTED_VALUE' })).data
      .values;
  await put(
    'A1',
    Array.from({ length: ROWS }, (_, i) => [i === ROWS - 1 ? 1 : `=A${i + 2}+1`]),
  );
  assert.equal(await read('A1:A2'), [[ROWS], [ROWS - 1]]);
  await put(`A${ROWS}`, [['=A1']]);
  assert.equal(await read(`A${ROWS - 1}:A${ROWS}`), [['#REF!'], ['#REF!']]);
  await put('B1', [[`=${'('.repeat(20_000)}1${')'.repeat(20_000)}`, '=B1+1']]);
  assert.equal(await read('B1:C1'), [['#ERROR!', '#ERROR!']]);
  await g.close();
});

s.run();
