import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { weightSum, weightsOf } from '../../../activities/facts/weights.ts';
import type { Person } from '../../../domain/matching/index.ts';
import { DEFAULT_WEIGHTS } from '../../../domain/matching/score.ts';
import { Standing } from '../../../domain/matching/standing.ts';
import { DEFAULT_SETTINGS } from '../../../domain/program/index.ts';
import { scoreByHand } from './by-hand.ts';
import { markets, mayPair, person } from './markets.ts';

const scores = suite('matching: scores');
const points = (mentor: Partial<Person>, mentee: Partial<Person>, others: readonly Partial<Person>[] = []): number => {
  const mentees = [mentee, ...others].map((told, n) => ({ ...person(`e${n}`, told), choices: [] }));
  const standing = new Standing({
    mentors: [{ ...person('m', mentor), capacity: 1 }],
    mentees,
    never: [],
    fixed: [],
  });
  return standing.scores.of(standing.mentee('e0'), standing.mentor('m')) / 10;
};

scores('default weights add up to 100, and everything in common earns all of them', () => {
  assert.is(
    Object.values(DEFAULT_WEIGHTS).reduce((a, b) => a + b, 0),
    100,
  );
  const twin: Partial<Person> = {
    topics: ['Networking'],
    field: 'Law',
    industry: 'Law',
    interests: ['chess'],
    languages: ['English'],
    utcOffset: 5,
    city: 'Astana',
  };
  assert.is(points(twin, twin), 100);
  assert.is(points({}, {}), 0);
});
scores('the weights of Settings are those of the engine, and count only when they add up to 100', () => {
  assert.equal(weightsOf(DEFAULT_SETTINGS), DEFAULT_WEIGHTS);
  const { weightTopics, weightCity } = DEFAULT_SETTINGS;
  const shifted = { ...DEFAULT_SETTINGS, weightTopics: weightTopics - 10, weightCity: weightCity + 10 };
  assert.equal(weightsOf(shifted), { ...DEFAULT_WEIGHTS, topics: 20, city: 15 });
  assert.equal(weightsOf({ ...shifted, weightCity }), DEFAULT_WEIGHTS);
  assert.is(weightSum({ ...shifted, weightCity }), 90);
});
scores('topics count by how many of the mentee’s the mentor offers', () => {
  assert.is(points({ topics: ['A', 'B', 'C'] }, { topics: ['a', 'b'] }), 30);
  assert.is(points({ topics: ['A'] }, { topics: ['a', 'b', 'c', 'd'] }), 7.5);
});
scores('spelling does not matter, and "Other" is nothing in common', () => {
  assert.is(points({ field: ' Oil  & Gas' }, { field: 'oil and gas' }), 20);
  assert.is(points({ industry: 'Other', city: 'other' }, { industry: 'Other', city: 'other' }), 0);
});
scores('a rare interest counts more than one that everybody has', () => {
  const others = [{ interests: ['film'] }, { interests: ['film'] }, { interests: ['film'] }];
  const mentee = { interests: ['film', 'falconry'] };
  const [common, rare] = [
    points({ interests: ['film'] }, mentee, others),
    points({ interests: ['falconry'] }, mentee, others),
  ];
  // Four mentees: film weighs ln(1 + 4/4), falconry ln(1 + 4/1).
  assert.is(common, 4.5);
  assert.is(rare, 10.5);
});
scores('hours apart cost, around the globe the short way', () => {
  assert.is(points({ utcOffset: 5 }, { utcOffset: 5 }), 10);
  assert.is(points({ utcOffset: 5 }, { utcOffset: 1 }), 5);
  assert.is(points({ utcOffset: 11 }, { utcOffset: -12 }), 8.8);
  assert.is(points({ utcOffset: -6 }, { utcOffset: 5 }), 0);
  assert.is(points({ utcOffset: 0 }, {}), 0);
});
scores('a city is the same unless both name different countries', () => {
  assert.is(points({ city: 'Astana, Kazakhstan' }, { city: 'astana' }), 5);
  assert.is(points({ city: 'Cambridge, UK' }, { city: 'Cambridge, USA' }), 0);
});
scores('a score lies between 0 and 100, whatever the order of answers', () => {
  const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
  fc.assert(
    fc.property(words, words, words, fc.integer({ min: -12, max: 14 }), (mine, yours, theirs, utcOffset) => {
      const mentor = { topics: yours, interests: mine, utcOffset };
      const mentee = { topics: mine, interests: yours, utcOffset: 5 };
      const found = points(mentor, mentee, [{ interests: theirs }]);
      assert.ok(found >= 0 && found <= 100);
      const turned = { ...mentee, topics: [...mine].reverse(), interests: [...yours].reverse() };
      assert.is(points({ ...mentor, interests: [...mine].reverse() }, turned, [{ interests: theirs }]), found);
    }),
  );
});
scores('arrays and bits give what the plain formula gives, couple by couple and a row at a time', () => {
  fc.assert(
    fc.property(markets({ mentors: 5, mentees: 6 }), (of) => {
      const standing = new Standing(of);
      for (const guest of of.mentees) {
        const row = new Int16Array(of.mentors.length);
        standing.row(standing.mentee(guest.id), row);
        for (const host of of.mentors) {
          const found = standing.scores.of(standing.mentee(guest.id), standing.mentor(host.id));
          assert.is(found / 10, scoreByHand(host, guest, of.weights ?? DEFAULT_WEIGHTS, of.mentees));
          assert.is(row[standing.mentor(host.id)], mayPair(of, guest.id, host.id) ? found : -1);
        }
      }
    }),
    { numRuns: 300 },
  );
});
scores('hundreds of words need more bits than one number has', () => {
  const topics = Array.from({ length: 100 }, (_, n) => `topic ${n}`);
  assert.is(points({ topics: topics.slice(50) }, { topics }), 15);
  assert.is(points({ topics }, { topics: [topics[31] ?? '', topics[32] ?? '', topics[99] ?? '', 'none'] }), 22.5);
});
scores.run();
