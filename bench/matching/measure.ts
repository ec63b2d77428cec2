/** One size in a process of its own, so that its memory is its own: `node measure.ts MENTEES MENTORS`; prints JSON. */
import { bestOf } from '../../domain/matching/best.ts';
import { deferredAcceptance } from '../../domain/matching/deferred-acceptance.ts';
import { match } from '../../domain/matching/index.ts';
import { Standing } from '../../domain/matching/standing.ts';
import { CHOICES, inventMarket } from './market.ts';

export interface Measured {
  readonly mentees: number;
  readonly mentors: number;
  readonly pairsScored: number;
  /** Milliseconds by the wall and of the processor. */
  readonly scoring: Span;
  readonly acceptance: Span;
  /** Everything: reading the people in, matching, reasons and counter-reasons. */
  readonly matching: Span;
  readonly matched: number;
  readonly blockingPairs: number;
  readonly megabytes: number;
}
interface Span {
  readonly wall: number;
  readonly cpu: number;
}

/** More couples than this are not scored one by one, but as many mentees as make up for it. */
const MOST_PAIRS = 20_000_000;

function timed<T>(work: () => T): readonly [T, Span] {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return [result, { wall, cpu: (user + system) / 1000 }];
}

function measure(menteeCount: number, mentorCount: number): Measured {
  const market = inventMarket(menteeCount, mentorCount);
  const rows = Math.min(menteeCount, Math.floor(MOST_PAIRS / mentorCount));
  const [{ pairs, stats }, matching] = timed(() => match(market));
  const standing = new Standing(market);
  const [entryOf, acceptance] = timed(() => deferredAcceptance(standing));
  const [, scoring] = timed(() => {
    const row = new Int16Array(mentorCount);
    const best = new Int32Array(CHOICES);
    for (let mentee = 0; mentee < rows; mentee++) {
      standing.row(mentee, row);
      bestOf(row, CHOICES, best);
    }
  });
  if (entryOf.filter((entry) => entry !== -1).length !== pairs.length) throw new Error('the two matchings differ');
  return {
    mentees: menteeCount,
    mentors: mentorCount,
    pairsScored: rows * mentorCount,
    scoring,
    acceptance,
    matching,
    matched: stats.matched,
    blockingPairs: stats.blockingPairs,
    megabytes: process.resourceUsage().maxRSS / 1000,
  };
}

const [mentees, mentors] = process.argv.slice(2).map(Number);
if (!mentees || !mentors) throw new Error('node measure.ts MENTEES MENTORS');
console.log(JSON.stringify(measure(mentees, mentors)));
