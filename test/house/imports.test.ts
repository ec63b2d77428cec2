import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const ROOT = join(import.meta.dirname, '../..');
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

interface Finding {
  readonly path: string;
  readonly rule: string;
  readonly words: string;
}

/** Lints a folder as `npm run check` does and reads what a person would: only the rules of this house. */
async function lint(folder: string): Promise<Finding[]> {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [BIOME, 'lint', '.', '--colors=off', '--diagnostic-level=error', '--max-diagnostics=none'],
    { cwd: folder, maxBuffer: 16_000_000 },
  ).catch((error: { stdout: string; stderr: string }) => error);
  const output = `${stdout}\n${stderr}`;
  assert.match(output, /Checked \d+ files/, output);
  return output
    .split(/^(?=\S+:\d+:\d+ \S+ ━)/m)
    .slice(1)
    .map((words) => {
      const [, path = '', rule = ''] = /^(\S+):\d+:\d+ (\S+)/.exec(words) ?? [];
      return { path: path.replaceAll('\\', '/'), rule, words };
    })
    .filter(({ rule }) => rule === 'plugin' || rule.includes('noRestricted'));
}

/** File, line of code, and what the message must say. */
const FORBIDDEN: readonly (readonly [file: string, code: string, says: RegExp])[] = [
  ['domain/mentorship/pair/x.ts', "export * from '../../../sheets/index.ts';", /imports no other folder/],
  ['domain/x.ts', "export type { Row } from '../activities/index.ts';", /imports no other folder/],
  ['domain/x.ts', "import 'node:fs';", /no Node built-ins and no packages/],
  ['domain/x.ts', "import 'fs';", /no Node built-ins and no packages/],
  ['domain/x.ts', "import '@temporalio/workflow';", /no Node built-ins and no packages/],
  ['domain/mailing/x.ts', "export * from './check/index.ts';", /workflow sandbox does not have/],
  ['domain/mailing/check/x.ts', "import 'node:fs';", /of packages only those that read/],
  ['domain/mailing/check/x.ts', "import 'uvu';", /of packages only those that read/],
  ['domain/mailing/check/x.ts', "export * from '../../../sheets/index.ts';", /imports no other folder/],
  ['workflows/x.ts', "export * from '../domain/mailing/check/index.ts';", /ask an activity for its verdict/],
  ['domain/x.ts', "import './calendar/main.ts';", /no rule depends on one/],
  ['domain/x.ts', 'export const now = Date.now();', /never read a clock/],
  ['domain/x.ts', 'export const now = new Date();', /never read a clock/],
  ['domain/x.ts', 'export const dice = [1].map(Math.random);', /never from chance/],
  ['domain/x.ts', "export const f = new Intl.DateTimeFormat('kk');", /ICU data/],
  ['domain/x.ts', 'export const h = (d: Date) => d.getHours();', /time zone/],
  ['domain/x.ts', "export const w = (d: Date) => d.toLocaleDateString('ru');", /language data/],
  ['domain/x.ts', 'export const o = (a: string, b: string) => a.localeCompare(b);', /language data/],
  ['domain/x.ts', 'export const d = new Date(2026, 1, 1);', /time zone/],
  ['domain/calendar/main.ts', "import '../../worker/config.ts';", /imports no other folder/],
  ['workflows/x.ts', "import '../sheets/index.ts';", /knows domain\/ and the types of activities/],
  ['workflows/x.ts', "import { openForms } from '../activities/index.ts';", /only types/],
  ['workflows/x.ts', "import all, { type Row } from '../activities/index.ts';", /only types/],
  ['workflows/x.ts', "import '../activities/index.ts';", /only types/],
  ['workflows/x.ts', "export const acts = import('../activities/index.ts');", /only types/],
  ['workflows/x.ts', "import 'node:crypto';", /no Node built-ins/],
  ['workflows/x.ts', "import '@temporalio/client';", /@temporalio\/workflow only/],
  ['workflows/x.ts', "import 'uvu';", /No packages in workflow code/],
  ['workflows/x.ts', 'setTimeout(() => undefined, 1);', /Waiting is Temporal's/],
  ['workflows/x.ts', 'export const d = new Date().getDay();', /time zone/],
  ['activities/letters/x.ts', "import '../../mail/index.ts';", /through the ports it declares/],
  ['activities/x.ts', "import 'nodemailer';", /through ports/],
  ['activities/x.ts', "import '@temporalio/client';", /reached through the port/],
  ['sheets/x.ts', "import '../mail/index.ts';", /sheets\/ is the record/],
  ['sheets/x.ts', "import { y } from '../activities/index.ts';", /only types/],
  ['sheets/x.ts', "import '@temporalio/client';", /does not/],
  ['sheets/x.ts', "import { google } from 'googleapis';", /loads every API/],
  ['mail/x.ts', "import '../templates/index.ts';", /mail\/ brings letters/],
  ['mail/x.ts', "export { y } from '../activities/index.ts';", /only types/],
  ['templates/choose/x.ts', "import '../../mail/index.ts';", /words and looks/],
  ['triggers/x.ts', "import '../sheets/index.ts';", /triggers\/ is the way in/],
  ['triggers/x.ts', "import type { Row } from '../activities/index.ts';", /triggers\/ is the way in/],
  ['triggers/types.ts', "import { Row } from '../activities/index.ts';", /only types/],
  ['triggers/x.ts', "import '../mail/journal.ts';", /one front door/],
  ['triggers/x.ts', "import '@temporalio/client';", /made by worker/],
  ['worker/x.ts', "import '../local/stack.ts';", /no part of it/],
  ['worker/x.ts', "import '../test/support/until.ts';", /no part of it/],
  ['setup/x.ts', "import '../worker/config.ts';", /no running process/],
  ['setup/x.ts', "import type { Row } from '../activities/ports.ts';", /no running process/],
  ['setup/doctor.ts', "import '../worker/ports.ts';", /the doctor besides reads/i],
  ['local/x.ts', "import '../test/support/until.ts';", /runs without its tests/],
];

const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ['domain/mentorship/x.ts', "export * from '../calendar/index.ts';"],
  ['domain/x.ts', 'export const hour = (d: Date) => d.getUTCHours() + new Date(0).getTime();'],
  ['domain/calendar/main.ts', "import 'node:util';"],
  ['domain/mailing/check/x.ts', "import 'parse5';\nexport const words = new Intl.Segmenter('en');"],
  ['domain/mailing/main.ts', "import './check/index.ts';"],
  ['workflows/x.ts', "import '@temporalio/workflow';"],
  ['workflows/x.ts', "import type { Activities } from '../activities/index.ts';\nexport type { Activities };"],
  ['workflows/x.ts', 'export const replayed = Date.now();'],
  ['activities/x.ts', "import '../domain/errors.ts';"],
  ['sheets/x.ts', "import type { View } from '../activities/ports.ts';\nexport type { View };"],
  ['sheets/x.ts', "import 'googleapis/build/src/apis/sheets/index.js';"],
  ['triggers/types.ts', "export type { Row } from '../activities/index.ts';"],
  ['triggers/x.ts', "import '../mail/index.ts';"],
  ['worker/x.ts', "import '../workflows/messages.ts';\nimport '../triggers/index.ts';\nimport '../sheets/index.ts';"],
  ['setup/x.ts', "import '../sheets/layout.ts';"],
  ['setup/doctor.ts', "import '../worker/config.ts';"],
  ['local/x.ts', "import '../worker/ports.ts';\nimport '../setup/index.ts';"],
];

const s = suite<{ folder: string }>('import rules');
s.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'house-'));
  for (const name of ['biome.json', '.gitignore']) await copyFile(join(ROOT, name), join(context.folder, name));
  await cp(join(ROOT, 'lint'), join(context.folder, 'lint'), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(context.folder, 'node_modules'));
});
s.after.each(({ folder }) => rm(folder, { recursive: true, force: true }));

/** Writes each case to a file of its own; those whose name matters keep it. */
async function write(root: string, cases: readonly (readonly [string, string, ...unknown[]])[]): Promise<string[]> {
  const paths = cases.map(([file], i) => (/\/x\.ts$/.test(file) ? file.replace(/x\.ts$/, `x${i}.ts`) : file));
  for (const [i, path] of paths.entries()) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), `${cases[i]?.[1]}\n`);
  }
  return paths;
}

s('every forbidden import is an error, and the message says why', async ({ folder }) => {
  const paths = await write(folder, FORBIDDEN);
  const findings = await lint(folder);
  for (const [i, [file, code, says]] of FORBIDDEN.entries()) {
    const here = findings.filter(({ path }) => path === paths[i]);
    assert.ok(
      here.some(({ words }) => says.test(words)),
      `${file}: ${code}\nwanted ${says}, found ${here.map(({ words }) => words).join('') || 'nothing'}`,
    );
  }
});

s('what the folders may import is no error', async ({ folder }) => {
  await write(folder, ALLOWED);
  const findings = await lint(folder);
  assert.equal(findings, []);
});

s('the tree itself keeps the rules', async () => {
  const findings = await lint(ROOT);
  assert.equal(findings, []);
});

s.run();
