/** Figures of the Dashboard: what is counted, and that no small group can be read or worked out. */
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Figure, figuresOf, HIDDEN, SECTIONS, type SeasonFacts } from '../../../domain/figures/index.ts';
import { PARTICIPANT_STAGES } from '../../../domain/program/index.ts';

const s = suite('figures');

const EMPTY: SeasonFacts = {
  stage: 'Running',
  now: '2026-10-01T04:00:00Z',
  mentors: [],
  mentees: [],
  pairs: [],
  choosing: [],
  loads: [],
  checks: [],
  surveys: [],
  sessionsAhead: 0,
  openCases: 0,
  letters: [],
};
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);
const person = (stage: string, rest = {}) => ({ stage, attended: false, booked: false, ...rest });
const shown = (facts: Partial<SeasonFacts>, smallest = 5) =>
  new Map(figuresOf({ ...EMPTY, ...facts }, smallest).map((figure) => [figure.key, figure.value]));

s('people and pairs are counted by stage; a row without a stage has not begun and counts nowhere', () => {
  const figures = shown({
    mentees: [...times(7, person('Matched')), ...times(5, person('Waiting')), person('')],
    pairs: [...times(6, { stage: 'Active', started: true }), ...times(5, { stage: 'Proposed', started: false })],
  });
  assert.equal(
    [figures.get('people/mentees'), figures.get('people/mentees/Matched'), figures.get('people/mentees/Waiting')],
    ['12', '7', '5'],
  );
  assert.equal(
    [figures.get('pairs'), figures.get('pairs/started'), figures.get('pairs/Active'), figures.get('pairs/Proposed')],
    ['11', '6', '6', '5'],
  );
});

s('four are hidden, five and none are shown', () => {
  const figures = shown({ openCases: 4 });
  assert.is(figures.get('cases/open'), HIDDEN);
  assert.is(shown({ openCases: 5 }).get('cases/open'), '5');
  assert.is(shown({ openCases: 0 }).get('cases/open'), '0');
  assert.is(shown({ openCases: 4 }, 4).get('cases/open'), '4', 'the setting decides');
});

s('one small stage takes the next smallest with it, or it could be worked out from the total', () => {
  const figures = shown({
    mentors: [...times(2, person('Paused')), ...times(6, person('Eligible')), ...times(9, person('Matched'))],
  });
  assert.equal(
    ['', '/Paused', '/Eligible', '/Matched', '/Applied'].map((stage) => figures.get(`people/mentors${stage}`)),
    ['17', HIDDEN, HIDDEN, '9', '0'],
  );
});

s('months count pairs, not checks: six months of one pair are a small group', () => {
  const of = (pair: number) => times(6, { pair, answers: 2, result: 'confirmed' });
  assert.is(shown({ checks: of(0) }).get('months/confirmed'), HIDDEN);
  const five = [0, 1, 2, 3, 4].flatMap(of);
  assert.is(shown({ checks: five }).get('months/confirmed'), '30');
  assert.is(shown({ checks: five }).get('months/answered'), '30');
});

s('training tells who came, who has a place and who waits', () => {
  const figures = shown({
    mentees: [
      ...times(5, person('Training', { booked: true })),
      ...times(6, person('Training')),
      ...times(8, person('Eligible', { attended: true })),
    ],
    sessionsAhead: 2,
  });
  assert.equal(
    ['sessions', 'mentees/attended', 'mentees/booked', 'mentees/waiting'].map((key) => figures.get(`training/${key}`)),
    ['2', '8', '5', '6'],
  );
});

s('surveys are shown as a mean of at least five answers', () => {
  const answer = (works: number | undefined) => ({ kind: 'Closing', works, goals: 4, recommend: undefined });
  const few = shown({ surveys: [5, 4, 5, 3].map(answer) });
  assert.equal([few.get('surveys/Closing'), few.get('surveys/Closing/works')], [HIDDEN, HIDDEN]);
  const enough = shown({ surveys: [5, 4, 5, 3, undefined, 4].map(answer) });
  assert.equal(
    [enough.get('surveys/Closing'), enough.get('surveys/Closing/works'), enough.get('surveys/Closing/recommend')],
    ['6', '4.2', undefined],
  );
});

s('letters count nobody: a single one is shown', () => {
  assert.is(shown({ letters: ['sent', 'sent', 'unknown'] }).get('letters/unknown'), '1');
});

s('every key is its own, and every figure says how it is counted', () => {
  const all = figuresOf(EMPTY, 5);
  assert.is(new Set(all.map((figure) => figure.key)).size, all.length);
  assert.is(all.filter((figure) => figure.definition === '').length, 0);
});

/** Values that a reader can be sure of: all counts of 0 to `most` that add up as the sheet says and agree with what it shows. */
function possible(total: string, parts: readonly string[], sum: number): Set<number>[] {
  const seen = parts.map(() => new Set<number>());
  const values: number[] = [];
  const walk = (i: number, left: number): void => {
    if (i === parts.length) {
      if (left === 0) for (const [at, value] of values.entries()) seen[at]?.add(value);
      return;
    }
    const part = parts[i] as string;
    const choices = part === HIDDEN ? Array.from({ length: left }, (_, n) => n + 1) : [Number(part)];
    for (const value of choices) {
      if (value > left) continue;
      values[i] = value;
      walk(i + 1, left - value);
    }
  };
  for (const whole of total === HIDDEN ? Array.from({ length: sum + 4 }, (_, n) => n + 1) : [Number(total)])
    walk(0, whole);
  return seen;
}

s('whatever the numbers are, a hidden one has at least two possible values', () => {
  const stages = PARTICIPANT_STAGES.slice(0, 4);
  fc.assert(
    fc.property(
      fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 2, max: 6 }),
      (counts, smallest) => {
        const mentors = counts.flatMap((count, i) => times(count, person(stages[i] ?? '')));
        const figures = shown({ mentors }, smallest);
        const parts = stages.map((stage) => figures.get(`people/mentors/${stage}`) ?? '');
        const seen = possible(figures.get('people/mentors') ?? '', parts, mentors.length);
        counts.forEach((count, i) => {
          if (count > 0 && count < smallest) assert.is(parts[i], HIDDEN);
          if (parts[i] === HIDDEN) assert.ok((seen[i]?.size ?? 0) > 1, `${counts} of ${smallest} shows ${parts}`);
        });
      },
    ),
    { numRuns: 1000 },
  );
});

s('a total that is hidden for a sum of its own does not show through its parts', () => {
  const figure = (key: string, group: number, partOf?: string): Figure => ({
    key,
    measure: key,
    value: group,
    definition: key,
    group,
    ...(partOf ? { partOf } : {}),
  });
  const sections = [
    {
      title: 'all',
      figures: () => [
        figure('all', 20),
        figure('small', 2, 'all'),
        figure('next', 6, 'all'),
        figure('big', 12, 'all'),
        figure('next/a', 1 + 5, 'next'),
        figure('next/b', 0, 'next'),
      ],
    },
  ];
  const values = Object.fromEntries(figuresOf(EMPTY, 5, sections).map(({ key, value }) => [key, value]));
  assert.equal(values, { all: '20', small: HIDDEN, next: HIDDEN, big: '12', 'next/a': HIDDEN, 'next/b': '0' });
  assert.ok(SECTIONS.length >= 8);
});

s('the match rate names groups that lie more than ten points from all, by school, year and language', () => {
  const chooser = (school: string, matched: boolean, rest = {}) => ({
    school,
    year: '3',
    languages: ['English'],
    matched,
    rank: matched ? 1 : undefined,
    ...rest,
  });
  const figures = shown({
    choosing: [
      ...times(8, chooser('SEDS', true, { languages: ['English', 'Kazakh'] })),
      ...times(2, chooser('SEDS', false)),
      ...times(5, chooser('SSH', true, { rank: 2, year: '4' })),
      ...times(5, chooser('SSH', false)),
    ],
  });
  assert.is(figures.get('matching/rate'), '65 %');
  assert.is(figures.get('matching/rank'), '1.38');
  assert.is(figures.get('matching/school/SEDS'), '80 %, 15 points above all');
  assert.is(figures.get('matching/school/SSH'), '50 %, 15 points below all');
  assert.is(figures.get('matching/school/SSH/rank'), '2.00');
  assert.is(figures.get('matching/language/English'), '65 %');
  assert.is(figures.get('matching/language/Kazakh'), '100 %, 35 points above all');
  assert.is(figures.get('matching/year/4'), '100 %, 35 points above all');
  assert.is(figures.get('matching/school/GSB'), undefined);
});

s('a school of few is hidden, and the next with it', () => {
  const of = (school: string, n: number) =>
    times(n, { school, year: '3', languages: ['English'], matched: true, rank: 1 });
  const figures = shown({ choosing: [...of('SEDS', 9), ...of('SSH', 6), ...of('GSB', 3)] });
  assert.equal(
    ['SEDS', 'SSH', 'GSB'].map((school) => figures.get(`matching/school/${school}`)),
    ['100 %', HIDDEN, HIDDEN],
  );
});

s('the load shows how many mentors have how many mentees, and how many places are taken', () => {
  const load = (pairs: number) => ({ pairs, places: 3 });
  const figures = shown({
    loads: [...times(5, load(0)), ...times(6, load(1)), ...times(7, load(2)), ...times(5, load(3))],
  });
  assert.equal(
    ['mentors', 'places', 'none', 'one', 'two', 'more'].map((key) => figures.get(`load/${key}`)),
    ['23', '35 of 69', '5', '6', '7', '5'],
  );
});

s.run();
