/**
 * Runs the test files: one process each, two at a time, with a time limit. Fails on a file without tests.
 *
 *   npm test                     all files
 *   npm test -- calendar links   files whose path contains one of the words
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const LIMIT_SECONDS = 120;

interface Result {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly output: string;
  readonly problem?: string;
}

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();

/** `// runner: alone minutes=5` in the first line of a file. */
function wishes(file: string): { alone: boolean; seconds: number } {
  const first = readFileSync(join(ROOT, file), 'utf8').split('\n', 1)[0] ?? '';
  const minutes = /^\/\/ runner:.*\bminutes=(\d+)/.exec(first)?.[1];
  return { alone: /^\/\/ runner:.*\balone\b/.test(first), seconds: minutes ? Number(minutes) * 60 : LIMIT_SECONDS };
}

const number = (output: string, label: string): number => Number(new RegExp(`^\\s*${label}:\\s+(\\d+)`, 'm').exec(output)?.[1] ?? 0);

function run(file: string, seconds: number): Promise<Result> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
      cwd: ROOT, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', TZ: 'UTC' }, stdio: ['ignore', 'pipe', 'pipe'], detached: true,
    });
    let output = '';
    let problem: string | undefined;
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const limit = setTimeout(() => {
      problem = `did not end within ${seconds} s`;
      stopGroup(child.pid);
    }, seconds * 1000);
    child.on('close', (code) => {
      clearTimeout(limit);
      stopGroup(child.pid);
      const total = number(output, 'Total');
      const passed = number(output, 'Passed');
      const skipped = number(output, 'Skipped');
      const failed = Math.max(0, total - passed - skipped);
      if (problem === undefined && total === 0) problem = 'ran no test';
      if (problem === undefined && code !== 0 && failed === 0) problem = `ended with code ${code}`;
      resolve({ file, passed, failed: failed + (problem === undefined ? 0 : 1), skipped, seconds: (performance.now() - began) / 1000, output, ...(problem === undefined ? {} : { problem }) });
    });
  });
}

/** What a file started must not outlive it. */
function stopGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone already, as it should be.
  }
}

function report(result: Result): void {
  const mark = result.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(`${mark} ${result.file}  ${result.passed} passed${result.skipped ? `, ${result.skipped} skipped` : ''}  ${result.seconds.toFixed(1)} s${result.problem ? `  ${result.problem}` : ''}`);
  if (result.failed > 0) console.log(result.output.split('\n').map((line) => `     ${line}`).join('\n'));
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log('npm test [-- WORD …]   runs the test files whose path contains one of the words; all without');
    return 0;
  }
  const words = args.filter((arg) => !arg.startsWith('--'));
  const chosen = files(join(ROOT, 'test')).filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
  const results: Result[] = [];
  const done = (result: Result) => {
    results.push(result);
    report(result);
  };
  const shared = chosen.filter((file) => !wishes(file).alone);
  const lane = async () => {
    for (let file = shared.shift(); file !== undefined; file = shared.shift()) done(await run(file, wishes(file).seconds));
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
  for (const file of chosen.filter((each) => wishes(each).alone)) done(await run(file, wishes(file).seconds));

  const slowest = [...results].sort((a, b) => b.seconds - a.seconds).slice(0, 5);
  console.log(`\nslowest: ${slowest.map((r) => `${r.file} ${r.seconds.toFixed(1)} s`).join(', ')}`);
  for (const result of results.filter((r) => r.failed > 0)) console.log(`failed: ${result.file}${result.problem ? ` (${result.problem})` : ''}`);
  const sum = (key: 'passed' | 'failed' | 'skipped') => results.reduce((total, result) => total + result[key], 0);
  const failed = sum('failed') + (results.length === 0 ? 1 : 0);
  console.log(`${sum('passed')} passed, ${failed} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
