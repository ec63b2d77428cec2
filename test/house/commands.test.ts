import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LETTER_KEYS, letterShape } from '../../domain/letters/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const scripts = (JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;

/** Runs what stands behind a script of package.json, without npm in between and with an empty environment. */
async function run(script: string, ...args: string[]) {
  const file = /^node (\S+\.ts)$/.exec(scripts[script] ?? '')?.[1];
  if (!file) throw new Error(`no script ${script}`);
  const { PATH = '', HOME = '' } = process.env;
  return promisify(execFile)(process.execPath, [join(ROOT, file), ...args], { cwd: ROOT, env: { PATH, HOME } }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

const s = suite<{ folder: string }>('commands');
s.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'commands-'));
});
s.after.each(({ folder }) => rm(folder, { recursive: true, force: true }));

for (const name of [
  'workdays',
  'check-mailing',
  'letters',
  'dictionary',
  'setup',
  'doctor',
  'worker',
  'triggers',
  'fonts',
  'simulate',
])
  s(`${name} explains itself, and refuses an option it does not have in one clear line`, async () => {
    const help = await run(name, '--help');
    assert.is(help.code, 0, help.stderr);
    assert.match(help.stdout, `npm run ${name}`);
    const bad = await run(name, '--no-such-option');
    assert.ok(bad.code > 0);
    assert.is(bad.stdout, '');
    assert.match(bad.stderr, /^Unknown option '--no-such-option'\nSee npm run [\w-]+ -- --help\n$/);
  });

s('workdays counts over Nauryz, both ways', async () => {
  assert.is((await run('workdays', '2026-03-31', '-14')).stdout, '2026-03-05\n');
  assert.is((await run('workdays', '2026-03-05', '+14')).stdout, '2026-03-31\n');
  assert.equal(JSON.parse((await run('workdays', '2026-03-31', '-14', '--json')).stdout), { date: '2026-03-05' });
});
s('workdays lists days with both ends, and a worked Sunday among them', async () => {
  const { stdout } = await run('workdays', '2025-01-01', '--to', '2025-01-08', '--json');
  assert.equal(JSON.parse(stdout), { count: 3, days: ['2025-01-05', '2025-01-06', '2025-01-08'] });
  assert.is(
    (await run('workdays', '2026-03-20', '--to', '2026-03-26')).stdout,
    '2 working days\n2026-03-20\n2026-03-26\n',
  );
});
s('workdays guesses nothing and says what is wrong', async () => {
  for (const [args, says] of [
    [[], /Give one date/],
    [['2026-02-30', '1'], /"2026-02-30" is not a date/],
    [['2026-03-01'], /Give a number of working days/],
    [['2026-03-01', '1', '2'], /Give one date/],
    [['2026-03-01', '1', '--to', '2026-03-05'], /not both/],
    [['2026-03-05', '--to', '2026-03-01'], /lies before/],
    [['2027-12-30', '5'], /cover 2025-01-01 to 2027-12-31.*never guessed/],
    [['2025-01-06', '-4'], /never guessed/],
    [['2024-12-30', '--to', '2025-01-10'], /never guessed/],
    [['2026-01-05', '-99999999999'], /lead out of the years/],
  ] as const) {
    const { code, stdout, stderr } = await run('workdays', ...args);
    assert.is(code, 2, args.join(' '));
    assert.is(stdout, '');
    assert.match(stderr, says);
  }
});

s('letters writes each letter three times, filled', async ({ folder }) => {
  const out = join(folder, 'deep/letters');
  assert.is((await run('letters', '--out', out)).code, 0);
  const files = await readdir(out);
  assert.equal(
    files.sort(),
    LETTER_KEYS.flatMap((key) =>
      ['en', 'kk', 'ru'].flatMap((language) => ['html', 'json', 'txt'].map((kind) => `${key}.${language}.${kind}`)),
    ).sort(),
  );
  for (const [key, language] of LETTER_KEYS.flatMap((each) =>
    ['en', 'kk', 'ru'].map((code) => [each, code] as const),
  )) {
    const [html, text] = await Promise.all(
      ['html', 'txt'].map((kind) => readFile(join(out, `${key}.${language}.${kind}`), 'utf8')),
    );
    assert.match(html ?? '', `<html lang="${language}"`);
    for (const part of [html, text]) assert.not.match(part ?? '', /undefined|\[object|⟦|NaN/, key);
    assert.not.match(html ?? '', /fonts\.googleapis/, 'a letter loads nothing from elsewhere');
    const about = JSON.parse(await readFile(join(out, `${key}.${language}.json`), 'utf8'));
    assert.is(about.key, key);
    assert.ok(about.subject.length > 0);
    assert.not.match(about.subject, /[{}]/);
    for (const button of letterShape(key).buttons) assert.ok(html?.includes(about.links[button]), `${key}: ${button}`);
  }
});
s('letters writes one letter, and says which languages and letters there are', async ({ folder }) => {
  await run('letters', '--out', folder, '--only', 'ask-mentor', '--language', 'en');
  assert.equal(await readdir(folder), ['ask-mentor.en.html', 'ask-mentor.en.json', 'ask-mentor.en.txt']);
  for (const [args, says] of [
    [[], /--out DIR/],
    [['--out', folder, '--only', 'nope'], /no letter "nope"/],
    [['--out', folder, '--language', 'de'], /no language "de": en, kk, ru/],
    [['--out', folder, '--language'], /argument missing/],
  ] as const) {
    const { code, stderr } = await run('letters', ...args);
    assert.is(code, 2);
    assert.match(stderr, says);
  }
});

s('dictionary agrees with the declarations', async () => {
  assert.is((await run('dictionary', '--check')).code, 0);
});

s.run();
