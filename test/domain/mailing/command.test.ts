import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BODY, html, markdown, png } from './samples.ts';

const MAIN = join(import.meta.dirname, '../../../domain/mailing/main.ts');
const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, [MAIN, ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );

const s = suite<{ folder: string }>('check-mailing');
s.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'mailing-'));
});
s.after.each(({ folder }) => rm(folder, { recursive: true, force: true }));
const write = async (folder: string, name: string, text: string | Uint8Array): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};

s('a fit mailing ends with 0, and its picture is read beside it', async ({ folder }) => {
  await write(folder, 'my poster.png', png(800, 600));
  const facts = { direction: 'event', 'event date': '2026-03-31', 'send on': '2026-03-18', hashtag: '#NUSEDS' };
  const file = await write(folder, 'a.md', markdown({ facts, body: `${BODY}\n\n![Poster](my%20poster.png)` }));
  const { code, stdout } = await run(file, '--json');
  assert.is(code, 0, stdout);
  assert.equal(JSON.parse(stdout), {
    file,
    rulesVersion: '2026-11',
    ok: true,
    findings: [],
    window: { earliest: '2026-03-05', latest: '2026-03-19', handInBy: '2026-03-16' },
  });
  assert.match(
    (await run(file)).stdout,
    /Send from 2026-03-05 to 2026-03-19.*\n\nFit to be sent: 0 errors, 0 warnings/,
  );
});

s('an unfit one ends with 1 and says what, where and how to put it right', async ({ folder }) => {
  const file = await write(folder, 'a.md', markdown({ facts: { subject: 'x'.repeat(121) } }));
  const { code, stdout } = await run(file, '--json');
  assert.is(code, 1);
  const { ok, findings, window } = JSON.parse(stdout);
  assert.equal([ok, window, findings.length], [false, null, 1]);
  assert.equal(Object.keys(findings[0]), [
    'rule',
    'clause',
    'severity',
    'message',
    'found',
    'allowed',
    'at',
    'text',
    'fix',
  ]);
  const { rule, clause, severity, message, found, allowed, at, fix } = findings[0];
  assert.equal(
    [rule, clause, severity, found, allowed, at],
    ['R4', 'Appendix 1, section 2', 'error', 121, 120, { line: 4, column: 11 }],
  );
  assert.match(message, /121 characters; at most 120/);
  assert.match(fix, /Shorten it/);
  assert.match((await run(file)).stdout, /a\.md:4:11 {2}error {2}R4 \(Appendix 1, section 2\)\n {2}The subject/);
  assert.match((await run(file, '--language', 'ru')).stdout, /Знаков в теме: 121/);
});

s('warnings alone keep nothing back', async ({ folder }) => {
  const file = await write(folder, 'a.md', markdown({ body: 'A LOUD word' }));
  const { code, stdout } = await run(file);
  assert.is(code, 0);
  assert.match(stdout, /0 errors, 1 warning \(/);
});

s('HTML takes its facts from options, and units from a file', async ({ folder }) => {
  const file = await write(folder, 'a.html', html(`<p>${BODY} <a href="https://nu.edu.kz">x</a></p>`));
  const facts = ['--subject', 'Hello', '--direction', 'event', '--unit', 'SEDS', '--event', '2026-03-31'];
  const fit = await run(file, ...facts, '--json');
  assert.equal([fit.code, JSON.parse(fit.stdout).window.latest], [0, '2026-03-19']);
  const units = await write(folder, 'units.json', JSON.stringify([{ code: 'SEDS', links: ['seds.nu.edu.kz'] }]));
  const narrow = JSON.parse((await run(file, ...facts, '--units', units, '--json')).stdout);
  assert.equal(
    narrow.findings.map((finding: { rule: string; allowed: string }) => [finding.rule, finding.allowed]),
    [['R9', 'seds.nu.edu.kz']],
  );
  assert.equal(
    JSON.parse((await run(file, '--json')).stdout).findings.map(({ rule }: { rule: string }) => rule),
    ['R1', 'R3', 'R19'],
  );
});

s('what cannot be read ends with 2, one clear line, and nothing on stdout', async ({ folder }) => {
  const file = (name: string, text: string | Uint8Array) => write(folder, name, text);
  const cases: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [[], /Name the file/],
    [[join(folder, 'none.md')], /There is no such file/],
    [[await file('a.docx', 'x')], /not \.docx/],
    [[await file('b.md', new Uint8Array([0xff, 0xfe, 0x00]))], /no text in UTF-8/],
    [[await file('c.md', '---\nsubject: x\n')], /no second --- ends them \(line 1\)/],
    [[await file('e.md', markdown()), '--language', 'de'], /no language "de": en, kk, ru/],
    [[await file('g.md', markdown()), '--subject', 'x'], /option is for HTML/],
    [[await file('h.md', markdown()), '--units', await file('u.json', '{')], /is not JSON/],
    [[await file('i.md', markdown()), '--units', await file('v.json', '{"SEDS": 1}')], /"SEDS" has no "links"/],
  ];
  const results = await Promise.all(cases.map(([args]) => run(...args)));
  for (const [i, [args, says]] of cases.entries()) {
    const { code, stdout, stderr } = results[i] ?? { code: 0, stdout: '', stderr: '' };
    assert.is(code, 2, args.join(' '));
    assert.is(stdout, '', args.join(' '));
    assert.match(stderr, says);
    assert.not.match(stderr, / at .*\.ts:/, 'no stack');
  }
});

s.run();
