import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Market, match } from '../../../domain/matching/index.ts';
import { allStable, blocking, markets, mayPair } from './markets.ts';

const properties = suite('matching: what always holds');
const RUNS = { numRuns: 300 };
const any = markets({ mentors: 4, mentees: 7 });
/** Without fixed pairs and filling up, with complete lists: the textbook's market. */
const textbook = markets({ mentors: 3, mentees: 5 }, 'complete').map((of) => ({ ...of, fixed: [], fill: false }));

const assignmentOf = (of: Market) => new Map(match(of).pairs.map(({ mentee, mentor }) => [mentee, mentor]));
const rankOf = (of: Market, mentee: string, mentor: string | undefined): number => {
  const place = of.mentees.find(({ id }) => id === mentee)?.choices.indexOf(mentor ?? '') ?? -1;
  return place === -1 ? Number.MAX_SAFE_INTEGER : place;
};

properties('every mentee is either in one pair or unmatched with a reason', () => {
  fc.assert(
    fc.property(any, (of) => {
      const { pairs, unmatched } = match(of);
      const all = [...pairs, ...unmatched].map(({ mentee }) => mentee).sort();
      assert.equal(all, of.mentees.map(({ id }) => id).sort());
    }),
    RUNS,
  );
});
properties('no mentor has more mentees than places', () => {
  fc.assert(
    fc.property(any, (of) => {
      const { pairs } = match(of);
      for (const { id, capacity } of of.mentors)
        assert.ok(pairs.filter(({ mentor }) => mentor === id).length <= capacity, `${id} is overfull`);
    }),
    RUNS,
  );
});
properties('nobody gets a mentor whom they did not choose, unless by filling up or a fixed pair', () => {
  fc.assert(
    fc.property(any, (of) => {
      for (const { mentee, mentor, by, rank } of match(of).pairs) {
        const choices = of.mentees.find(({ id }) => id === mentee)?.choices ?? [];
        assert.is(rank, choices.includes(mentor) ? choices.indexOf(mentor) + 1 : null);
        if (by === 'choice') assert.ok(rank !== null);
        if (by === 'fill') assert.ok(of.fill === true && rank === null);
      }
    }),
    RUNS,
  );
});
properties('fixed pairs stay, and no other pair is forbidden or without a common language', () => {
  fc.assert(
    fc.property(any, (of) => {
      const { pairs } = match(of);
      const fixed = pairs.filter(({ by }) => by === 'fixed').map(({ mentee, mentor }) => `${mentee}/${mentor}`);
      assert.equal(fixed.sort(), of.fixed.map(([mentee, mentor]) => `${mentee}/${mentor}`).sort());
      for (const { mentee, mentor, by } of pairs) assert.ok(by === 'fixed' || mayPair(of, mentee, mentor));
    }),
    RUNS,
  );
});
properties('no two people would rather have each other', () => {
  fc.assert(
    fc.property(any, (of) => {
      assert.equal(blocking(of, assignmentOf(of)), []);
      assert.is(match(of).stats.blockingPairs, 0);
    }),
    RUNS,
  );
});
properties('the order of rows changes nothing', () => {
  const shuffled = any.chain((of) =>
    fc.record({
      of: fc.constant(of),
      mentors: fc.shuffledSubarray([...of.mentors], { minLength: of.mentors.length }),
      mentees: fc.shuffledSubarray([...of.mentees], { minLength: of.mentees.length }),
      never: fc.shuffledSubarray([...of.never], { minLength: of.never.length }),
      fixed: fc.shuffledSubarray([...of.fixed], { minLength: of.fixed.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ of, ...order }) => assert.equal(match({ ...of, ...order }), match(of))),
    RUNS,
  );
});
properties('one mentor more makes no mentee worse off', () => {
  fc.assert(
    fc.property(any, (full) => {
      const of = { ...full, fixed: [], fill: false };
      const newcomer = of.mentors[0]?.id ?? '';
      const before = assignmentOf({
        ...of,
        mentors: of.mentors.slice(1),
        mentees: of.mentees.map((one) => ({ ...one, choices: one.choices.filter((id) => id !== newcomer) })),
      });
      const after = assignmentOf(of);
      for (const { id } of of.mentees)
        assert.ok(rankOf(of, id, after.get(id)) <= rankOf(of, id, before.get(id)), `${id} lost by ${newcomer}`);
    }),
    RUNS,
  );
});
properties('no mentee gains by a ranking that is not their true one', () => {
  const lists = (ids: readonly string[]): string[][] => [
    [],
    ...ids.flatMap((id) => lists(ids.filter((other) => other !== id)).map((rest) => [id, ...rest])),
  ];
  const small = markets({ mentors: 3, mentees: 4 }).map((of) => ({ ...of, fixed: [], fill: false }));
  fc.assert(
    fc.property(small, (of) => {
      const honest = assignmentOf(of);
      for (const liar of of.mentees)
        for (const choices of lists(of.mentors.map(({ id }) => id))) {
          const mentees = of.mentees.map((one) => (one === liar ? { ...one, choices } : one));
          const got = assignmentOf({ ...of, mentees }).get(liar.id);
          assert.ok(
            rankOf(of, liar.id, got) >= rankOf(of, liar.id, honest.get(liar.id)),
            `${liar.id} gains by ranking ${choices}`,
          );
        }
    }),
    { numRuns: 100 },
  );
});
properties('it is the best stable result for every mentee, found by trying all', () => {
  fc.assert(
    fc.property(textbook, (of) => {
      const found = assignmentOf(of);
      const all = allStable(of);
      assert.ok(all.length > 0);
      assert.ok(all.some((stable) => of.mentees.every(({ id }) => stable.get(id) === found.get(id))));
      for (const stable of all)
        for (const { id } of of.mentees) assert.ok(rankOf(of, id, found.get(id)) <= rankOf(of, id, stable.get(id)));
    }),
    RUNS,
  );
});
properties('every stable result matches the same mentees, and as many at each mentor', () => {
  fc.assert(
    fc.property(textbook, (of) => {
      const count = (assigned: ReadonlyMap<string, string>) => [
        [...assigned.keys()].sort(),
        of.mentors.map(({ id }) => [...assigned.values()].filter((mentor) => mentor === id).length),
      ];
      for (const stable of allStable(of)) assert.equal(count(stable), count(assignmentOf(of)));
    }),
    RUNS,
  );
});
properties('one place more matches exactly those mentees who were told so', () => {
  const plain = any.map((of) => ({ ...of, fill: false }));
  fc.assert(
    fc.property(plain, (of) => {
      const { unmatched, pairs } = match(of);
      const told = new Set(
        unmatched.flatMap(({ mentee, change }) =>
          change.flatMap(({ code, values }) =>
            code === 'one-more-place' ? values.map((id) => `${mentee}/${id}`) : [],
          ),
        ),
      );
      for (const { id, capacity } of of.mentors) {
        if (pairs.filter(({ mentor }) => mentor === id).length < capacity) continue;
        const roomier = of.mentors.map((one) => (one.id === id ? { ...one, capacity: one.capacity + 1 } : one));
        const after = new Set(match({ ...of, mentors: roomier }).pairs.map(({ mentee }) => mentee));
        // At most three mentors are named to a mentee.
        for (const { mentee, change } of unmatched) {
          const named = change.find(({ code }) => code === 'one-more-place')?.values.length ?? 0;
          if (told.has(`${mentee}/${id}`)) assert.ok(after.has(mentee), `${mentee} gains nothing by ${id}`);
          else if (named < 3) assert.not.ok(after.has(mentee), `${mentee} was not told of ${id}`);
        }
      }
    }),
    RUNS,
  );
});
properties('whom an unmatched mentee could choose would take them', () => {
  fc.assert(
    fc.property(any, (of) => {
      for (const { mentee, change } of match({ ...of, fill: false }).unmatched)
        for (const mentor of change.find(({ code }) => code === 'choose')?.values ?? []) {
          const mentees = of.mentees.map((one) => (one.id === mentee ? { ...one, choices: [mentor] } : one));
          assert.is(
            match({ ...of, mentees, fill: false }).pairs.find((pair) => pair.mentee === mentee)?.mentor,
            mentor,
          );
        }
    }),
    RUNS,
  );
});
properties('filling up changes no pair that choices made, and leaves no possible couple with room', () => {
  fc.assert(
    fc.property(any, (of) => {
      const chosen = match({ ...of, fill: false }).pairs;
      const { pairs, unmatched } = match({ ...of, fill: true });
      assert.equal(
        pairs.filter(({ by }) => by !== 'fill'),
        chosen,
      );
      for (const { mentee } of unmatched)
        for (const { id, capacity } of of.mentors)
          assert.ok(!mayPair(of, mentee, id) || pairs.filter(({ mentor }) => mentor === id).length === capacity);
    }),
    RUNS,
  );
});
properties.run();
