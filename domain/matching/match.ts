import { commonalities } from './commonalities.ts';
import { deferredAcceptance } from './deferred-acceptance.ts';
import { fillUp, roomLeft } from './fill.ts';
import { Standing } from './standing.ts';
import { statsOf } from './stats.ts';
import type { Market, Mentee, Mentor, Pair, Result } from './types.ts';
import { whyUnmatched } from './unmatched.ts';

/**
 * Proposes pairs (M15, M16, M18, Q18): fixed pairs stay; all others come from deferred acceptance on the mentees'
 * rankings, mentors ordering the mentees by their own list, then by score, then by a lot drawn with the seed. If `fill`
 * is on, those left over get the best mentor by score among places that stayed free. The same people give the same
 * result in any order of rows.
 *
 * Expects what `readMarket` accepts: known and unique IDs, no more fixed pairs of a mentor than places. Throws an Error
 * on an unknown ID.
 */
export function match(market: Market): Result {
  const standing = new Standing(market);
  const chosen = deferredAcceptance(standing);
  const filled = market.fill ? fillUp(standing, chosen) : new Map<string, string>();
  const pairs = pairsOf(standing, { fixed: standing.fixed, choice: chosen, fill: filled });
  const matched = new Set(pairs.map(({ mentee }) => mentee));
  const withRoom = market.fill ? [...roomLeft(standing, new Map([...chosen, ...filled])).keys()] : undefined;
  return {
    pairs,
    unmatched: standing.mentees
      .filter(({ id }) => !matched.has(id))
      .map((mentee) => ({ mentee: mentee.id, why: whyUnmatched(standing, mentee, withRoom) })),
    stats: statsOf(standing, pairs),
  };
}

type Found = Readonly<Record<Pair['by'], ReadonlyMap<string, string>>>;

function pairsOf(standing: Standing, found: Found): Pair[] {
  const mentors = new Map(standing.mentors.map((mentor) => [mentor.id, mentor]));
  return standing.mentees.flatMap((mentee) =>
    (['fixed', 'choice', 'fill'] as const).flatMap((by) => {
      const mentor = mentors.get(found[by].get(mentee.id) ?? '');
      return mentor ? [pairOf(standing, mentee, mentor, by)] : [];
    }),
  );
}

function pairOf(standing: Standing, mentee: Mentee, mentor: Mentor, by: Pair['by']): Pair {
  const place = mentee.choices.indexOf(mentor.id);
  return {
    mentee: mentee.id,
    mentor: mentor.id,
    by,
    rank: place === -1 ? null : place + 1,
    score: standing.score(mentee.id, mentor.id),
    reasons: commonalities(mentor, mentee),
  };
}
