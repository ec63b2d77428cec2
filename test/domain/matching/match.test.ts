import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Mentee, match, mayBePaired, suggest } from '../../../domain/matching/index.ts';
import { market, mentee, mentor } from './markets.ts';

const matching = suite('matching');
const couples = (result: ReturnType<typeof match>) => result.pairs.map((pair) => `${pair.mentee}-${pair.mentor}`);
const whys = (result: ReturnType<typeof match>) =>
  Object.fromEntries(result.unmatched.map(({ mentee: id, why }) => [id, why]));

matching('a mentor keeps whom they fit best, and the other gets the next choice', () => {
  const result = match(
    market(
      [mentor('m1', { field: 'Law', languages: ['English'] }), mentor('m2')],
      [mentee('e1', ['m1', 'm2']), mentee('e2', ['m1', 'm2'], { field: 'law ', languages: ['English'] })],
    ),
  );
  assert.equal(couples(result), ['e1-m2', 'e2-m1']);
  assert.equal(
    result.pairs.map(({ by, rank, score }) => [by, rank, score]),
    [
      ['choice', 2, 0],
      ['choice', 1, 20],
    ],
  );
  assert.equal(result.pairs[1]?.reasons, [
    { code: 'field', values: ['law'] },
    { code: 'languages', values: ['English'] },
  ]);
});
matching('whom a mentor prefers comes before a better score; who is not named comes after', () => {
  const host = mentor('m1', { field: 'Law', prefers: ['e3', 'e1'] });
  const asking = [mentee('e1', ['m1']), mentee('e2', ['m1'], { field: 'Law' }), mentee('e3', ['m1'])];
  assert.equal(couples(match(market([host], asking))), ['e3-m1']);
  assert.equal(couples(match(market([{ ...host, capacity: 2 }], asking))), ['e1-m1', 'e3-m1']);
  assert.equal(couples(match(market([{ ...host, capacity: 3 }], asking))), ['e1-m1', 'e2-m1', 'e3-m1']);
});
matching('mentees are best served where the two sides disagree', () => {
  // Both results are stable; the mentees' is the one that counts.
  const of = market(
    [mentor('m1', { prefers: ['e2', 'e1'] }), mentor('m2', { prefers: ['e1', 'e2'] })],
    [mentee('e1', ['m1', 'm2']), mentee('e2', ['m2', 'm1'])],
  );
  assert.equal(couples(match(of)), ['e1-m1', 'e2-m2']);
});
matching('a fixed pair takes a place and is not up for it, even if nobody ranked it', () => {
  const result = match(
    market(
      [mentor('m1', { prefers: ['e2'] }), mentor('m2', { languages: ['Kazakh'] })],
      [mentee('e1', ['m1'], { languages: ['English'] }), mentee('e2', ['m1'])],
      { fixed: [['e1', 'm2']] },
    ),
  );
  assert.equal(couples(result), ['e1-m2', 'e2-m1']);
  assert.equal(
    result.pairs.map(({ by, rank }) => [by, rank]),
    [
      ['fixed', null],
      ['choice', 1],
    ],
  );
  const full = match(
    market([mentor('m1', { prefers: ['e2'] })], [mentee('e1', ['m1']), mentee('e2', ['m1'])], {
      fixed: [['e1', 'm1']],
    }),
  );
  assert.equal(couples(full), ['e1-m1']);
  assert.equal(whys(full), { e2: 'choices-full' });
});
matching('everybody without a mentor has the reason', () => {
  const mentors = [mentor('m1', { languages: ['Kazakh'] }), mentor('m2', { languages: ['English'], field: 'Law' })];
  const mentees = [
    mentee('e1', []),
    mentee('e2', ['m1'], { languages: ['English'] }),
    mentee('e3', ['m1'], { languages: ['Kazakh'] }),
    mentee('e4', ['m1', 'm2'], { languages: ['English'] }),
    mentee('e5', ['m2'], { field: 'Law' }),
    mentee('e6', ['m2']),
  ];
  const never = [
    ['e3', 'm1'],
    ['e4', 'm2'],
  ] as const;
  const expected = {
    e1: 'no-ranking',
    e2: 'no-shared-language',
    e3: 'choices-excluded',
    e4: 'choices-excluded',
    e6: 'choices-full',
  };
  assert.equal(whys(match(market(mentors, mentees, { never }))), expected);
});
matching('a mentor gets only such mentees as they want', () => {
  const host = mentor('m1', { wants: { schools: ['SEDS'], years: ['3', '4'] }, capacity: 3 });
  const mentees = [
    mentee('e1', ['m1'], { school: 'seds', year: '3' }),
    mentee('e2', ['m1'], { school: 'SEDS', year: '1' }),
    mentee('e3', ['m1'], { year: '4' }),
    mentee('e4', [], { school: 'SSH', year: '4' }),
  ];
  const result = match(market([host], mentees, { fill: true }));
  assert.equal(couples(result), ['e1-m1']);
  assert.equal(whys(result), { e2: 'choices-excluded', e3: 'choices-excluded', e4: 'no-places-left' });
});
matching('whoever waited longer comes first with a mentor, and stays out last when most people are matched', () => {
  const hosts = [mentor('m1', { field: 'Law' })];
  const mentees = [mentee('e1', ['m1'], { waited: 1 }), mentee('e2', ['m1'], { field: 'Law' })];
  for (const way of ['stable', 'most'] as const)
    assert.equal(couples(match(market(hosts, mentees, { way }))), ['e1-m1'], way);
  const filled = match(
    market(hosts, [mentee('e1', [], { waited: 2 }), mentee('e2', [], { field: 'Law' })], { fill: true }),
  );
  assert.equal(couples(filled), ['e1-m1']);
});
matching('filling up gives as many as possible a mentor, not only the best couple', () => {
  // e1 fits both, e2 can talk to m1 only: the best couple first would leave e2 out.
  const hosts = [mentor('m1', { field: 'Law', languages: ['English'] }), mentor('m2', { languages: ['Kazakh'] })];
  const mentees = [
    mentee('e1', [], { field: 'Law', languages: ['English', 'Kazakh'] }),
    mentee('e2', [], { languages: ['English'] }),
  ];
  assert.equal(couples(match(market(hosts, mentees, { fill: true }))), ['e1-m2', 'e2-m1']);
});
matching('a proposal says what speaks against it, and what would change it', () => {
  const law = { field: 'Law' };
  const codes = (result: ReturnType<typeof match>, id: string) =>
    result.pairs.find((pair) => pair.mentee === id)?.counter.map(({ code, values }) => [code, ...values]);
  const byScore = match(
    market([mentor('m1', law), mentor('m2')], [mentee('e1', ['m1', 'm2']), mentee('e2', ['m1'], law)]),
  );
  assert.equal(codes(byScore, 'e1'), [['score', 'm1', '20.0', '0.0']]);
  assert.equal(codes(byScore, 'e2'), []);
  assert.equal(byScore.pairs[0]?.change, [{ code: 'one-more-place', values: ['m1'] }]);
  const byList = match(
    market([mentor('m1', { prefers: ['e2'] }), mentor('m2')], [mentee('e1', ['m1', 'm2']), mentee('e2', ['m1'])]),
  );
  assert.equal(codes(byList, 'e1'), [['list', 'm1']]);
  const byWait = match(
    market([mentor('m1'), mentor('m2')], [mentee('e1', ['m1', 'm2']), mentee('e2', ['m1'], { waited: 1 })]),
  );
  assert.equal(codes(byWait, 'e1'), [['waited', 'm1']]);
  const fixed = match(
    market([mentor('m1'), mentor('m2')], [mentee('e1', ['m1', 'm2']), mentee('e2', [])], { fixed: [['e2', 'm1']] }),
  );
  assert.equal(codes(fixed, 'e1'), [['fixed', 'm1']]);
  const never = match(market([mentor('m1'), mentor('m2')], [mentee('e1', ['m1', 'm2'])], { never: [['e1', 'm1']] }));
  assert.equal(codes(never, 'e1'), [['excluded', 'm1']]);
  const filled = match(market([mentor('m1')], [mentee('e1', [])], { fill: true }));
  assert.equal(codes(filled, 'e1'), [['not-chosen']]);
});
matching('an unmatched mentee is told what would help', () => {
  const mentors = [mentor('m1'), mentor('m2', { field: 'Law' }), mentor('m3'), mentor('m4', { languages: ['Kazakh'] })];
  const result = match(
    market(
      mentors,
      [
        mentee('e1', ['m1'], { waited: 1 }),
        mentee('e2', ['m1'], { field: 'Law' }),
        mentee('e3', ['m4'], { languages: ['English'] }),
      ],
      {
        never: [
          ['e3', 'm2'],
          ['e3', 'm3'],
        ],
      },
    ),
  );
  assert.equal(result.unmatched, [
    {
      mentee: 'e2',
      why: 'choices-full',
      change: [
        { code: 'one-more-place', values: ['m1'] },
        { code: 'choose', values: ['m2', ...(result.unmatched[0]?.change[1]?.values.slice(1) ?? [])] },
      ],
    },
    {
      mentee: 'e3',
      why: 'no-shared-language',
      change: [{ code: 'language', values: ['Kazakh'] }],
    },
  ]);
  assert.equal([...(result.unmatched[0]?.change[1]?.values ?? [])].sort(), ['m2', 'm3', 'm4']);
});
matching('filling up takes the better score and says why somebody stays without', () => {
  const mentors = [mentor('m1', { field: 'Law', languages: ['Kazakh'] }), mentor('m2', { languages: ['Russian'] })];
  const mentees = [
    mentee('e1', []),
    mentee('e2', [], { field: 'Law' }),
    mentee('e3', [], { languages: ['English'] }),
    mentee('e4', ['m1'], { languages: ['English'] }),
  ];
  const result = match(market(mentors, mentees, { fill: true }));
  assert.equal(couples(result), ['e1-m2', 'e2-m1']);
  assert.ok(result.pairs.every(({ by, rank }) => by === 'fill' && rank === null));
  assert.equal(whys(result), { e3: 'no-places-left', e4: 'no-shared-language' });
  const roomy = match(market(mentors, mentees.slice(2, 3), { fill: true }));
  assert.equal(whys(roomy), { e3: 'no-shared-language' });
});
matching('between equals the seed decides, evenly, and neither rows nor the alphabet do', () => {
  const wins = new Map<string, number>();
  for (let n = 0; n < 300; n++) {
    const of = market([mentor('m1')], [mentee('e1', ['m1']), mentee('e2', ['m1']), mentee('e3', ['m1'])], {
      seed: `season ${n}`,
    });
    const [winner = ''] = couples(match(of));
    assert.equal(couples(match({ ...of, mentees: [...of.mentees].reverse() })), [winner]);
    wins.set(winner, (wins.get(winner) ?? 0) + 1);
  }
  assert.is(wins.size, 3);
  for (const [winner, count] of wins) assert.ok(count > 70 && count < 130, `${winner} wins ${count} of 300`);
});
matching('who loses one lot does not lose all of them', () => {
  const mentors = Array.from({ length: 40 }, (_, n) => mentor(`m${n}`));
  const winners = mentors.map(({ id }) =>
    couples(match(market(mentors, [mentee('e1', [id]), mentee('e2', [id])], { seed: '2026' }))).join(),
  );
  const first = winners.filter((couple) => couple.startsWith('e1')).length;
  assert.ok(first > 10 && first < 30, `e1 wins ${first} of 40`);
});
matching('suggestions are those who have room and may be proposed, best score first, equals by lot', () => {
  const mentors = [
    mentor('m1', { field: 'Law', capacity: 0 }),
    mentor('m2', { field: 'Law', languages: ['Kazakh'] }),
    mentor('m3', { field: 'Law', wants: { schools: ['SSH'] } }),
    mentor('m4', { field: 'Law', city: 'Astana' }),
    mentor('m5', { field: 'Law' }),
    mentor('m6'),
    mentor('m7'),
  ];
  const own = mentee('e1', [], { field: 'Law', city: 'Astana', languages: ['English'] });
  const best = (seed: string) => suggest(market(mentors, [own], { seed }), 'e1', 3);
  assert.equal(best('1').slice(0, 2), ['m4', 'm5']);
  const third = new Set(Array.from({ length: 20 }, (_, n) => best(String(n))[2]));
  assert.equal([...third].sort(), ['m6', 'm7']);
  assert.equal(suggest(market(mentors.slice(0, 1), [own]), 'e1', 3), []);
});
matching('whether two may be a pair is answered for a single couple as in a market', () => {
  const host = mentor('m1', { languages: ['English', ' kazakh '], wants: { schools: ['SEDS'], years: [] } });
  const may = (told: Partial<Mentee>) => mayBePaired(host, mentee('e1', [], told));
  assert.is(may({ languages: ['Kazakh'], school: 'seds' }), true);
  assert.is(may({ languages: ['Russian'], school: 'SEDS' }), false);
  assert.is(may({ school: 'SEDS' }), true, 'who named no language stands in nobody’s way');
  assert.is(may({ languages: ['English'], school: 'SSH' }), false);
  assert.is(may({ languages: ['English'] }), false);
});
matching('figures are counted over all pairs', () => {
  const topics = ['Job search', 'Networking'];
  const { stats } = match(
    market(
      [mentor('m1', { topics: ['job search'] }), mentor('m2')],
      [
        mentee('e1', ['m1'], { topics }),
        mentee('e2', ['m1', 'm2'], { topics: ['Networking'] }),
        mentee('e3', [], { topics }),
      ],
    ),
  );
  assert.equal(stats, {
    matched: 2,
    firstChoices: 1,
    meanRank: 1.5,
    blockingPairs: 0,
    byTopic: {
      'Job search': { mentees: 2, matched: 1, shared: 1 },
      Networking: { mentees: 3, matched: 2, shared: 0 },
    },
  });
});
matching('nobody at all is no error', () => {
  const stats = { matched: 0, firstChoices: 0, meanRank: null, blockingPairs: 0, byTopic: {} };
  assert.equal(match(market([], [])), { pairs: [], unmatched: [], stats });
});
matching.run();
