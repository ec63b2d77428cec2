/**
 * Every market of three mentees and two mentors with one and with two places for the first, each mentor with each possible
 * list: what random markets only make likely holds here without exception.
 */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bothWays, type Market } from '../../../domain/matching/index.ts';
import { allStable, blocking, market, mentee, mentor } from './markets.ts';

const exhaustive = suite('matching: every small market');

const MENTEES = ['e1', 'e2', 'e3'];
const RANKINGS = [[], ['m1'], ['m2'], ['m1', 'm2'], ['m2', 'm1']];
const orders = (of: readonly string[]): string[][] =>
  of.length < 2
    ? [[...of]]
    : of.flatMap((id) => orders(of.filter((other) => other !== id)).map((rest) => [id, ...rest]));
/** Every triple of rankings, by their places in RANKINGS. */
const TRIPLES = RANKINGS.flatMap((_, a) => RANKINGS.flatMap((__, b) => RANKINGS.map((___, c) => [a, b, c] as const)));
const nameOf = (triple: readonly number[]): string => triple.join('');

const marketOf = (lists: readonly string[][], places: number, triple: readonly number[]): Market =>
  market(
    [mentor('m1', { capacity: places, prefers: lists[0] ?? [] }), mentor('m2', { prefers: lists[1] ?? [] })],
    MENTEES.map((id, n) => mentee(id, RANKINGS[triple[n] ?? 0] ?? [])),
  );
const placeIn = (ranking: readonly string[], id: string | undefined): number => {
  const at = ranking.indexOf(id ?? '');
  return at === -1 ? ranking.length : at;
};

for (const places of [1, 2])
  exhaustive(
    `stable, best for every mentee, honest, and never fewer the other way: ${places} at the first mentor`,
    () => {
      let markets = 0;
      for (const first of orders(MENTEES))
        for (const second of orders(MENTEES)) {
          const found = new Map<string, ReadonlyMap<string, string>>();
          for (const triple of TRIPLES) {
            const of = marketOf([first, second], places, triple);
            const { stable, most } = bothWays(of);
            const assigned = new Map(stable.pairs.map((pair) => [pair.mentee, pair.mentor]));
            found.set(nameOf(triple), assigned);
            markets += 1;
            assert.equal(blocking(of, assigned), []);
            assert.is(stable.stats.blockingPairs, 0);
            assert.ok(most.stats.matched >= stable.stats.matched);
            for (const other of allStable(of)) {
              assert.is(other.size, assigned.size, 'every stable result matches as many');
              for (const { id, choices } of of.mentees)
                assert.ok(
                  placeIn(choices, assigned.get(id)) <= placeIn(choices, other.get(id)),
                  `${id} could have more`,
                );
            }
          }
          // A lie leads to another of these markets, so honesty is a matter of looking it up.
          for (const triple of TRIPLES)
            MENTEES.forEach((liar, n) => {
              const truth = RANKINGS[triple[n] ?? 0] ?? [];
              const honest = placeIn(truth, found.get(nameOf(triple))?.get(liar));
              for (const lie of RANKINGS.keys()) {
                const told = triple.map((own, other) => (other === n ? lie : own));
                assert.ok(placeIn(truth, found.get(nameOf(told))?.get(liar)) >= honest, `${liar} gains by a lie`);
              }
            });
        }
      assert.is(markets, 36 * 125);
    },
  );

exhaustive.run();
