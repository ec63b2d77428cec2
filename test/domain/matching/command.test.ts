import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const command = suite('npm run match');
const folder = mkdtempSync(join(tmpdir(), 'match-'));
command.after(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['domain/matching/main.ts', ...args], { encoding: 'utf8' });
function file(content: unknown): string {
  const path = join(folder, 'market.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const good = {
  mentors: [
    { id: 'm1', capacity: 1, topics: ['Job search'], languages: ['English'], utcOffset: 5, city: 'Astana' },
    { id: 'm2', capacity: 0 },
  ],
  mentees: [
    { id: 'e1', choices: ['m2', 'm1'], topics: ['Job search'], languages: ['English'] },
    { id: 'e2', choices: ['m2'] },
  ],
  never: [['e2', 'm1']],
  fixed: [],
  seed: 7,
};

command('matches a file and says it as JSON', () => {
  const { status, stdout, stderr } = run(file(good), '--json');
  assert.is(status, 0);
  assert.is(stderr, '');
  const reasons = [
    {
      code: 'topics',
      values: ['Job search'],
      words: {
        en: 'Both want to talk about job search',
        kk: 'Ортақ тақырыптар: жұмыс іздеу',
        ru: 'Общие темы: поиск работы',
      },
    },
    {
      code: 'languages',
      values: ['English'],
      words: { en: 'Both speak English', kk: 'Ортақ тілдер: ағылшын тілі', ru: 'Общие языки: английский' },
    },
  ];
  const found = JSON.parse(stdout);
  assert.equal(Object.keys(found), ['pairs', 'unmatched', 'stats']);
  const [pair] = found.pairs;
  assert.equal(
    { ...pair, counter: [], change: [] },
    { mentee: 'e1', mentor: 'm1', by: 'choice', rank: 2, score: 30, reasons, counter: [], change: [] },
  );
  // m2 has no place at all; with one, the lot decides which of the two gets it.
  assert.equal(
    pair.counter.map(({ code, values }: Record<string, unknown>) => [code, values]),
    [['fixed', ['m2']]],
  );
  const helped = [pair.change, found.unmatched[0].change].filter((each) => each[0]?.code === 'one-more-place');
  assert.is(helped.length, 1);
  const { change: _, words, ...why } = found.unmatched[0];
  assert.is(words.en, 'All mentors ranked are full with mentees who come first there');
  assert.match(words.kk, /^Таңдалған тәлімгерлердің/);
  assert.match(words.ru, /^У всех выбранных менторов/);
  assert.equal(
    { unmatched: [why], stats: found.stats },
    {
      unmatched: [{ mentee: 'e2', why: 'choices-full' }],
      stats: {
        matched: 1,
        firstChoices: 0,
        meanRank: 2,
        blockingPairs: 0,
        byTopic: { 'Job search': { mentees: 1, matched: 1, shared: 1 } },
      },
    },
  );
});
command('without --json a coordinator can read it', () => {
  const { status, stdout } = run(file(good));
  assert.is(status, 0);
  assert.match(stdout, /^1 of 2 mentees matched, 0 with their first choice, mean choice 2\.00/);
  assert.match(stdout, /e1 +m1 +2 +30\.0 +Both want to talk about job search\n +Both speak English/);
  assert.match(stdout, /e2 +All mentors ranked are full/);
  assert.match(stdout, /^Stable \(below\) +1 +0 +2\.00 +0$/m);
  assert.match(stdout, /^Most people matched +1 +0 +2\.00 +0$/m);
});
command('other weights, filling up and fixed pairs count', () => {
  const weighted = { ...good, weights: { languages: 60, topics: 40 }, never: [], fixed: [['e2', 'm1']] };
  const fixed = JSON.parse(run(file(weighted), '--json').stdout);
  assert.equal(
    fixed.pairs.map(({ mentee, by, rank }: Record<string, unknown>) => [mentee, by, rank]),
    [['e2', 'fixed', null]],
  );
  const full = { ...weighted, fixed: [], mentees: good.mentees.map((one) => ({ ...one, choices: [] })), fill: true };
  const { pairs, unmatched } = JSON.parse(run(file(full), '--json').stdout);
  assert.equal(
    pairs.map(({ mentee, by, score }: Record<string, unknown>) => [mentee, by, score]),
    [['e1', 'fill', 100]],
  );
  assert.is(unmatched[0].why, 'no-places-left');
});
command('the other way can be asked for, and its price is shown', () => {
  // Both fit m1 equally but e1 has no other choice; the one with the higher score takes it when nobody would rather swap.
  const of = {
    mentors: [{ id: 'm1', field: 'Law' }, { id: 'm2' }],
    mentees: [
      { id: 'e1', choices: ['m1'] },
      { id: 'e2', choices: ['m1', 'm2'], field: 'Law' },
    ],
  };
  const { pairs, stats } = JSON.parse(run(file({ ...of, way: 'most' }), '--json').stdout);
  assert.equal([stats.matched, stats.blockingPairs], [2, 1]);
  assert.equal(
    pairs[1].counter.map(({ code, values }: Record<string, unknown>) => [code, values]),
    [['sum', ['m1']]],
  );
  const { stdout } = run(file(of));
  assert.match(stdout, /^Stable \(below\) +1 +1 +1\.00 +0$/m);
  assert.match(stdout, /^Most people matched +2 +1 +1\.50 +1$/m);
});
command('keys of people that mean nothing here are named, not refused', () => {
  const { status, stderr } = run(file({ ...good, mentees: [{ id: 'e1', choises: ['m1'] }], never: [] }), '--json');
  assert.is(status, 0);
  assert.match(stderr, /^Not used: mentees\[0\]\.choises\n$/);
});
command('--help explains the file', () => {
  const { status, stdout } = run('--help');
  assert.is(status, 0);
  assert.match(stdout, /npm run match -- FILE \[--json\]/);
  assert.match(stdout, /topics 30, field 20/);
});

const BAD: readonly (readonly [name: string, content: unknown, message: RegExp])[] = [
  ['what is not JSON', '{"mentors": 1,, 2}', /is not JSON: .*line 1 column 15/],
  ['an empty file', '', /is not JSON/],
  [
    'a file with several mistakes, naming each place',
    { mentors: [{ id: 'm1', capacity: -1 }], mentees: [{ id: 'e1', choices: [4] }] },
    /market\.json cannot be matched:\n {2}mentors\[0\]\.capacity: .*not -1\n {2}mentees\[0\]\.choices\[0\]: .*not 4\n/,
  ],
  [
    'unknown IDs',
    { mentors: [], mentees: [{ id: 'e1', choices: ['m9'] }] },
    /there is no mentor "m9" \(in the list of "e1"\)/,
  ],
];
for (const [name, content, message] of BAD)
  command(`refuses ${name}`, () => {
    const { status, stdout, stderr } = run(file(content), '--json');
    assert.is(status, 2);
    assert.is(stdout, '');
    assert.match(stderr, message);
    assert.match(stderr, /See npm run match -- --help\n$/);
    assert.not.match(stderr, /^\s+at /m);
  });
command('refuses a file that is not there, a folder, no file, two files and an unknown option', () => {
  const cases: readonly (readonly [string[], RegExp])[] = [
    [[join(folder, 'none.json')], /There is no such file/],
    [[folder], /This is a folder/],
    [[], /Name the file/],
    [['a', 'b'], /Only one file/],
    [['--jsn', 'a'], /Unknown option '--jsn'/],
  ];
  for (const [args, message] of cases) {
    const { status, stderr } = run(...args);
    assert.is(status, 2);
    assert.match(stderr, message);
  }
});
command.run();
