import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { call, median, rate } from './call.ts';

const ROWS = 10_000;
const COLUMNS = 20;
const SECONDS = 3;
const PARALLEL = 8;
const GOAL = 150;

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * Values reads and writes a second, and one read of 10,000 rows of 20 columns, against a server that answers the same
 * bytes and does nothing else. Both are processes of their own, on this machine, in one run.
 */
export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
  const standIn = fork(path('../../local/google/main.ts'), ['--port', '0', '--data', dataDir, '--quota', 'off'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const bare = fork(path('./bare.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    await measure(await said(standIn), bare, `http://127.0.0.1:${(await once(bare, 'message'))[0].port}`);
  } finally {
    standIn.kill('SIGTERM');
    bare.disconnect();
    await once(standIn, 'exit');
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The address that the stand-in prints once it listens. */
async function said(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    const found = /http:\/\/[\d.]+:\d+/.exec(text)?.[0];
    if (found) return found;
  }
  throw new Error(`The stand-in did not start: ${text}`);
}

async function measure(url: string, bare: ChildProcess, bareUrl: string): Promise<void> {
  const sheets = `${url}/v4/spreadsheets`;
  const gridProperties = { rowCount: ROWS, columnCount: COLUMNS };
  const made = await call(sheets, 'POST', JSON.stringify({ sheets: [{ properties: { title: 'A', gridProperties } }] }));
  const values = `${sheets}/${JSON.parse(made.toString()).spreadsheetId}/values`;
  const line = (row: number): unknown[] =>
    Array.from({ length: COLUMNS }, (_, c) => (c % 5 === 4 ? row * c : `row ${row} column ${c}`));
  const all = Array.from({ length: ROWS }, (_, row) => line(row));
  const read = (n: number) => call(`${values}/A!A${(n % 990) * 10 + 1}:T${(n % 990) * 10 + 10}`, 'GET');
  const write = (n: number) =>
    call(`${values}/A!A${(n % ROWS) + 1}?valueInputOption=RAW`, 'PUT', JSON.stringify({ values: [line(n)] }));
  const fill = () => call(`${values}/A!A1?valueInputOption=RAW`, 'PUT', JSON.stringify({ values: all }));
  const whole = () => call(`${values}/A`, 'GET');
  await fill();
  const full = await whole();
  const got = JSON.parse(full.toString()).values as unknown[][];
  if (got.length !== ROWS || got[ROWS - 1]?.length !== COLUMNS) throw new Error('the read is not whole');

  const answers = { read: await read(1), write: await write(1), whole: full };
  const bareWith = async (answer: Buffer): Promise<void> => {
    bare.send(answer.toString());
    await once(bare, 'message');
  };
  const body = JSON.stringify({ values: [line(1)] });
  const ratios: number[] = [];
  const compare = (what: string, own: number, other: number, unit: string): void => {
    console.log(
      `${what.padEnd(42)} ${own.toFixed(0).padStart(7)} ${unit}   bare server ${other.toFixed(0).padStart(7)} ${unit}`,
    );
    ratios.push(own / other);
  };
  await bareWith(answers.read);
  compare(
    'reads of 10 rows a second',
    await rate(SECONDS, PARALLEL, read),
    await rate(SECONDS, PARALLEL, () => call(bareUrl, 'GET')),
    '/s',
  );
  await bareWith(answers.write);
  compare(
    'writes of one row a second, stored',
    await rate(SECONDS, PARALLEL, write),
    await rate(SECONDS, PARALLEL, () => call(bareUrl, 'PUT', body)),
    '/s',
  );
  await bareWith(answers.whole);
  const fresh = await median(7, whole, fill);
  const again = await median(15, whole, () => write(1));
  const other = await median(15, () => call(bareUrl, 'GET'));
  compare(`${ROWS} × ${COLUMNS} cells, all rows written anew`, fresh, other, 'ms');
  compare(`${ROWS} × ${COLUMNS} cells, one row written anew`, again, other, 'ms');
  const met = fresh <= GOAL && again <= GOAL;
  console.log(`goal    ${GOAL} ms for the whole read: ${met ? 'met' : 'MISSED'}`);
  const [reads = 0, writes = 0, anew = 0, known = 0] = ratios;
  console.log(
    `ratio   ${reads.toFixed(2)} of the bare reads, ${writes.toFixed(2)} of the bare writes, whole read ${anew.toFixed(1)} and ${known.toFixed(1)} times as long`,
  );
  if (!met) process.exitCode = 1;
}
