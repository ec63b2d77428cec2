import { cheapest } from './flow.ts';
import type { Standing } from './standing.ts';

const FULL = 1000;

/**
 * The other way than deferred acceptance: as many mentees as possible with a mentor they ranked; among those, as near the
 * top of their lists as possible; among those, with the greatest sum of scores. Exactly. Couples may be left who would both
 * rather have each other. Returns the entry by which each mentee is matched, or -1.
 */
export function mostPeople({ mentees, rankings, menteeOf, entryScores, room, waited }: Standing): Int32Array {
  const rank = (FULL + 1) * (mentees.length + 1);
  const costs = Float64Array.from(rankings.items, (_, entry) => {
    const place = entry - (rankings.starts[menteeOf[entry] as number] as number);
    return rank * place + FULL - (entryScores[entry] as number);
  });
  return cheapest({ entries: rankings, costs, room, waited }).entryOf;
}
