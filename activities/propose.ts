import type { Result, Way } from '../domain/matching/index.ts';
import type { Matching, MatchingOrder } from '../domain/mentorship/index.ts';
import { plural } from '../domain/process/index.ts';
import { cohortFacts } from './facts/cohort.ts';
import { contextOf } from './facts/context.ts';
import { marketOf, wayOf } from './market.ts';
import type { Ports } from './ports.ts';

export interface ProposeInput extends MatchingOrder {
  readonly row: string;
}

/**
 * Runs the matching of a season both ways over names and interests that stay here; only ids, codes and figures come back.
 * With `again`, proposals of the round that staff have not touched are drawn anew around all others, which stay (M15, M16).
 */
export async function proposePairs(ports: Ports, { row, way: asked, again }: ProposeInput): Promise<Matching> {
  const view = await ports.record.read();
  const facts = cohortFacts(view, row);
  if (!facts) return { way: 'stable', pairs: [], unmatched: [], kept: 0, stale: [], ways: '' };
  const { settings } = contextOf(view);
  const way = asked ?? wayOf(settings);
  const drawn = again ? facts.drawn : [];
  const results = await ports.matching.bothWays(marketOf(view, facts, settings, { drawn }));
  const { pairs, unmatched } = results[way];
  const stands = (mentee: string, mentor: string) =>
    drawn.some((pair) => pair.mentee === mentee && pair.mentor === mentor);
  const fresh = pairs.filter(({ mentee, mentor }) => !stands(mentee, mentor));
  return {
    way,
    pairs: fresh.map(({ mentee, mentor, score, counter, change }) => ({
      mentee,
      mentor,
      score,
      against: [...counter, ...change],
    })),
    // A ranking of mentors whose rows are gone is a ranking all the same.
    unmatched: unmatched.map(({ mentee, why, change }) => ({
      mentee,
      change,
      why: why === 'no-ranking' && facts.rankings[mentee]?.length ? 'choices-excluded' : why,
    })),
    kept: pairs.length - fresh.length,
    stale: drawn
      .filter(({ mentee, mentor }) => !pairs.some((pair) => pair.mentee === mentee && pair.mentor === mentor))
      .map(({ id }) => id),
    ways: waysInWords(results, way),
  };
}

const TITLES: Readonly<Record<Way, string>> = { stable: 'Stable', most: 'Most people' };

/** Both ways below each other, with the same figures in the same order, so that they can be compared at a glance. */
function waysInWords(results: Readonly<Record<Way, Result>>, proposed: Way): string {
  return (Object.keys(TITLES) as Way[])
    .map((way) => {
      const { pairs, unmatched, stats } = results[way];
      const { matched, firstChoices, meanRank, blockingPairs } = stats;
      return [
        `${TITLES[way]}: ${matched} of ${pairs.length + unmatched.length} matched`,
        plural(firstChoices, 'first choice'),
        `mean choice ${meanRank?.toFixed(2) ?? '-'}`,
        `${blockingPairs} would rather swap${way === proposed ? ' (this way)' : ''}`,
      ].join(', ');
    })
    .join('\n');
}
