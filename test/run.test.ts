import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const ROOT = join(import.meta.dirname, '..');
const UVU = JSON.stringify(join(ROOT, 'node_modules/uvu/dist/index.mjs'));
const PASSES = `import { suite } from ${UVU}; const s = suite('x'); s('one', () => {}); s('two', () => {}); s.run();`;

const s = suite<{ folder: string }>('test runner');
s.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'runner-test-'));
});
s.after.each(({ folder }) => rm(folder, { recursive: true, force: true }));

/** Runs the runner on a folder of its own with these files. */
async function run(folder: string, files: Record<string, string>, ...args: string[]) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const command = [join(ROOT, 'test/run.ts'), '--folder', folder, ...args];
  const { stdout, stderr, code } = await promisify(execFile)(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, FORCE_COLOR: '1' },
  }).then(
    (done) => ({ ...done, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  return { code, stdout, stderr, last: stdout.trimEnd().split('\n').at(-1) };
}

s('sums what passed and ends with the sum', async ({ folder }) => {
  const { code, last, stdout } = await run(folder, {
    'a.test.ts': PASSES,
    'deep/b.test.ts': PASSES,
    'helper.ts': 'throw new Error()',
  });
  assert.is(last, '4 passed, 0 failed');
  assert.is(code, 0);
  assert.match(stdout, /Slowest:/);
});

s('shows all that a failing file printed', async ({ folder }) => {
  const failing = `import { suite } from ${UVU}; const s = suite('x'); s('one', () => {}); s('two', () => { console.log('seen before'); throw new Error('wrong sum'); }); s.run();`;
  const { code, last, stdout } = await run(folder, { 'a.test.ts': failing, 'b.test.ts': PASSES });
  assert.is(last, '3 passed, 1 failed');
  assert.is(code, 1);
  assert.match(stdout, /seen before/);
  assert.match(stdout, /wrong sum/);
});

s('counts a skipped test and shows its reason', async ({ folder }) => {
  const skipping = `import { suite } from ${UVU}; import { skip } from ${JSON.stringify(join(ROOT, 'test/support/skip.ts'))}; const s = suite('x'); s('one', () => {}); skip(s, 'pages', 'no browser here'); s.run();`;
  const { code, last, stdout } = await run(folder, { 'a.test.ts': skipping });
  assert.is(last, '1 passed, 0 failed, 1 skipped');
  assert.is(code, 0);
  assert.match(stdout, /skipped: pages: no browser here/);
});

s('fails a file without tests, a forgotten run and a crash', async ({ folder }) => {
  const { code, last, stdout } = await run(folder, {
    'empty.test.ts': '',
    'forgotten.test.ts': PASSES.replace('s.run();', ''),
    'crash.test.ts': 'throw new Error("cannot load");',
    'good.test.ts': PASSES,
  });
  assert.is(last, '2 passed, 3 failed');
  assert.is(code, 1);
  assert.match(stdout, /empty\.test\.ts has no tests/);
  assert.match(stdout, /forgotten\.test\.ts has no tests/);
  assert.match(stdout, /crash\.test\.ts ended with code 1/);
});

s('ends a hanging file, with what it started, and names it', async ({ folder }) => {
  const hanging = `import { spawn } from 'node:child_process'; spawn('sleep', ['600'], { stdio: 'inherit' }); ${PASSES}`;
  const { code, last, stdout } = await run(folder, { 'hang.test.ts': hanging, 'good.test.ts': PASSES }, '--limit', '2');
  assert.is(last, '4 passed, 1 failed');
  assert.is(code, 1);
  assert.match(stdout, /hang\.test\.ts stopped after 2 s/);
});

s('gives a file the minutes it asks for', async ({ folder }) => {
  const slow = `// runner: minutes=1\nimport { setTimeout } from 'node:timers/promises'; await setTimeout(400); ${PASSES}`;
  const { last } = await run(folder, { 'slow.test.ts': slow }, '--limit', '0.3');
  assert.is(last, '2 passed, 0 failed');
});

s('chooses files by text or by name', async ({ folder }) => {
  const files = { 'mail.test.ts': PASSES, 'mail/links.test.ts': PASSES, 'mailing.test.ts': PASSES };
  assert.is((await run(folder, files, 'links', 'mailing')).last, '4 passed, 0 failed');
  assert.is((await run(folder, files, '--only', 'mail')).last, '2 passed, 0 failed');
  const none = await run(folder, files, 'nothing-like-this');
  assert.is(none.last, '0 passed, 1 failed');
  assert.is(none.code, 1);
});

s('refuses what it does not know, and explains itself', async ({ folder }) => {
  const { code, stderr } = await run(folder, {}, '--jobs', 'many');
  assert.is(code, 2);
  assert.match(stderr, /--jobs needs a number above 0, not "many"/);
  assert.match((await run(folder, {}, '--help')).stdout, /npm test/);
});

s('lets a file that is out of time end what stands in a group of its own', async ({ folder }) => {
  const beats = join(folder, 'beats');
  const part = `setInterval(() => require('node:fs').appendFileSync(${JSON.stringify(beats)}, '.'), 25)`;
  const starts = [
    "import { spawn } from 'node:child_process';",
    `const part = spawn(process.execPath, ['-e', ${JSON.stringify(part)}], { detached: true, stdio: 'ignore' });`,
    "process.once('exit', () => process.kill(part.pid, 'SIGKILL')); process.once('SIGTERM', () => process.exit(143));",
    'setInterval(() => {}, 1000);',
  ].join('\n');
  const { code, stdout } = await run(folder, { 'late.test.ts': starts }, '--limit', '2');
  assert.is(code, 1);
  assert.match(stdout, /stopped after 2 s/);
  const heard = (await readFile(beats, 'utf8')).length;
  assert.ok(heard > 0, 'the part ran');
  await sleep(300);
  assert.is((await readFile(beats, 'utf8')).length, heard, 'and it runs no more');
});

s.run();
