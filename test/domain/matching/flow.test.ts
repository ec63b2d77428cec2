import fc from 'fast-check';
import loader from 'highs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bothWays, type Market, match, type Pair } from '../../../domain/matching/index.ts';
import { DEFAULT_WEIGHTS } from '../../../domain/matching/score.ts';
import { scoreByHand } from './by-hand.ts';
import { markets, mayPair } from './markets.ts';

/** Filling up and "most people matched" against a solver of linear programs that knows nothing of matching. */
const flow = suite('matching: exact flow');
// The package declares its types for CommonJS only; as an ES module its default export is the loader itself.
const solver = await (loader as unknown as typeof loader.default)();

interface Edge {
  readonly mentee: string;
  readonly mentor: string;
  readonly worth: number;
}

/** The greatest total worth of edges, each mentee once, each mentor as often as they have room. */
function greatest(edges: readonly Edge[], room: ReadonlyMap<string, number>): number {
  if (edges.length === 0) return 0;
  const sums = (side: 'mentee' | 'mentor', most: (id: string) => number) =>
    [...Map.groupBy(edges.keys(), (n) => edges[n]?.[side] ?? '')].map(
      ([id, own]) => ` ${side}_${id}: ${own.map((n) => `x${n}`).join(' + ')} <= ${most(id)}`,
    );
  const program = [
    'Maximize',
    ` total: ${edges.map(({ worth }, n) => `${worth} x${n}`).join(' + ')}`,
    'Subject To',
    ...sums('mentee', () => 1),
    ...sums('mentor', (id) => room.get(id) ?? 0),
    'Bounds',
    ...edges.map((_, n) => ` 0 <= x${n} <= 1`),
    'End',
  ].join('\n');
  const { ObjectiveValue, Status } = solver.solve(program);
  if (Status !== 'Optimal') throw new Error(`the solver says ${Status}`);
  return Math.round(ObjectiveValue);
}

const idle = (of: Market) => of.mentees.map((mentee) => ({ ...mentee, waited: 0 }));
const roomOf = (of: Market, taken: readonly Pair[]) =>
  new Map(of.mentors.map(({ id, capacity }) => [id, capacity - taken.filter(({ mentor }) => mentor === id).length]));
const byId = <T extends { readonly id: string }>(people: readonly T[], id: string): T => {
  const found = people.find((one) => one.id === id);
  if (!found) throw new Error(`nobody is ${id}`);
  return found;
};
const tenths = (of: Market, mentee: string, mentor: string) =>
  Math.round(
    10 * scoreByHand(byId(of.mentors, mentor), byId(of.mentees, mentee), of.weights ?? DEFAULT_WEIGHTS, of.mentees),
  );
/** Markets where places are few and lists short, so that the ways differ. */
const tight = markets({ mentors: 8, mentees: 14 }).map((of) => ({
  ...of,
  mentees: idle(of).map((mentee) => ({ ...mentee, choices: mentee.choices.slice(0, 3) })),
  mentors: of.mentors.map((mentor) => ({ ...mentor, capacity: Math.max(mentor.capacity, 1) })),
}));
/** More than all scores of a small market together: one pair more outweighs them. */
const ONE_MORE = 100_000;

flow('filling up is as good as a solver finds, in pairs and then in scores', () => {
  let filled = 0;
  fc.assert(
    fc.property(tight, (drawn) => {
      const of = { ...drawn, fill: true };
      const { pairs } = match(of);
      const chosen = pairs.filter(({ by }) => by !== 'fill');
      const own = pairs.filter(({ by }) => by === 'fill');
      filled += own.length;
      const left = of.mentees.filter(({ id }) => !chosen.some(({ mentee }) => mentee === id));
      const edges = left.flatMap(({ id: mentee }) =>
        of.mentors
          .filter(({ id }) => mayPair(of, mentee, id))
          .map(({ id: mentor }) => ({ mentee, mentor, worth: ONE_MORE + tenths(of, mentee, mentor) })),
      );
      const total = own.reduce((sum, { mentee, mentor }) => sum + ONE_MORE + tenths(of, mentee, mentor), 0);
      assert.is(total, greatest(edges, roomOf(of, chosen)));
    }),
    { numRuns: 150 },
  );
  assert.ok(filled > 50, `only ${filled} pairs were filled up`);
});

flow('filling up stays exact when couples are too many to begin with', () => {
  // More mentors than are looked at first for anybody, all wanted by all, so that prices must bring others in.
  const interests = Array.from({ length: 12 }, (_, n) => `interest ${n}`);
  const person = (id: string, n: number) => ({
    id,
    topics: ['Networking'],
    field: n % 3 === 0 ? 'Law' : '',
    industry: '',
    interests: interests.filter((_, i) => (n * 7 + i * i) % 5 < 2),
    languages: [],
    city: n % 4 === 0 ? 'Astana' : '',
  });
  for (const seed of ['1', '2', '3']) {
    const of: Market = {
      mentors: Array.from({ length: 60 }, (_, n) => ({ ...person(`m${n}`, n + Number(seed)), capacity: 1 })),
      mentees: Array.from({ length: 55 }, (_, n) => ({ ...person(`e${n}`, 2 * n), choices: [] })),
      never: [],
      fixed: [],
      fill: true,
      seed,
    };
    const edges = of.mentees.flatMap(({ id: mentee }) =>
      of.mentors.map(({ id: mentor }) => ({ mentee, mentor, worth: ONE_MORE + tenths(of, mentee, mentor) })),
    );
    const { pairs } = match(of);
    const total = pairs.reduce((sum, { mentee, mentor }) => sum + ONE_MORE + tenths(of, mentee, mentor), 0);
    assert.is(total, greatest(edges, roomOf(of, [])));
  }
});

flow('most people matched is as good as a solver finds, in pairs, then in ranks, then in scores', () => {
  let more = 0;
  fc.assert(
    fc.property(tight, (drawn) => {
      const of = { ...drawn, fill: false };
      const { stable, most } = bothWays(of);
      assert.ok(most.stats.matched >= stable.stats.matched);
      if (most.stats.matched > stable.stats.matched) more += 1;
      const fixed = most.pairs.filter(({ by }) => by === 'fixed');
      const rank = (mentee: string, mentor: string) =>
        byId(of.mentees, mentee)
          .choices.filter((id) => mayPair(of, mentee, id))
          .indexOf(mentor);
      // A rank outweighs the scores of 14 couples, a pair more outweighs all ranks.
      const worth = (mentee: string, mentor: string) =>
        1e8 - 20_000 * rank(mentee, mentor) + tenths(of, mentee, mentor);
      const edges = of.mentees
        .filter(({ id }) => !fixed.some(({ mentee }) => mentee === id))
        .flatMap(({ id: mentee, choices }) =>
          choices
            .filter((mentor) => mayPair(of, mentee, mentor))
            .map((mentor) => ({ mentee, mentor, worth: worth(mentee, mentor) })),
        );
      const total = most.pairs
        .filter(({ by }) => by === 'choice')
        .reduce((sum, { mentee, mentor }) => sum + worth(mentee, mentor), 0);
      assert.is(total, greatest(edges, roomOf(of, fixed)));
    }),
    { numRuns: 150 },
  );
  assert.ok(more > 3, `the two ways differed only ${more} times`);
});

flow('the order of rows changes nothing in either way, and no place is given twice', () => {
  const any = markets({ mentors: 6, mentees: 9 });
  fc.assert(
    fc.property(any, (of) => {
      const turned = { ...of, mentors: [...of.mentors].reverse(), mentees: [...of.mentees].reverse() };
      const results = bothWays(of);
      assert.equal(bothWays(turned), results);
      for (const { pairs } of Object.values(results))
        for (const { id, capacity } of of.mentors)
          assert.ok(pairs.filter(({ mentor }) => mentor === id).length <= capacity, `${id} is overfull`);
    }),
    { numRuns: 100 },
  );
});

flow.run();
