import { helpedByPlace } from './chains.ts';
import { inCommon } from './commonalities.ts';
import { deferredAcceptance } from './deferred-acceptance.ts';
import { Explainer } from './explain.ts';
import { fillUp, roomLeft } from './fill.ts';
import { mostPeople } from './most.ts';
import type { Profile } from './profile.ts';
import { Standing } from './standing.ts';
import { statsOf } from './stats.ts';
import { byText } from './ties.ts';
import { type Market, type Mentee, type Mentor, type Pair, type Result, WAYS, type Way } from './types.ts';

/**
 * Proposes pairs (M15, M16, M18, Q18): fixed pairs stay; all others come from the mentees' rankings, by deferred acceptance
 * or, with `way: 'most'`, so that most people are matched. Mentors order the mentees by their own list, then by who waited
 * longer, then by score, then by a lot drawn with the seed. If `fill` is on, those left over get a mentor among places that
 * stayed free: as many as possible, with the best sum of scores. The same people give the same result in any order of rows.
 *
 * Expects what `readMarket` accepts: known and unique IDs, no more fixed pairs of a mentor than places. Throws an Error
 * on an unknown ID.
 */
export function match(market: Market): Result {
  return resultOf(new Standing(market), market.way ?? 'stable', market.fill ?? false);
}

/** Both ways for the same people, so that staff see what each would cost before they choose. */
export function bothWays(market: Market): Readonly<Record<Way, Result>> {
  const standing = new Standing(market);
  const results = WAYS.map((way) => [way, resultOf(standing, way, market.fill ?? false)] as const);
  return Object.fromEntries(results) as Record<Way, Result>;
}

function resultOf(standing: Standing, way: Way, fill: boolean): Result {
  const { mentees, mentors, rankings, fixed } = standing;
  const entryOf = way === 'stable' ? deferredAcceptance(standing) : mostPeople(standing);
  const mentorOf = fixed.slice();
  entryOf.forEach((entry, mentee) => {
    if (entry !== -1) mentorOf[mentee] = rankings.items[entry] as number;
  });
  const filled = fill ? fillUp(standing, mentorOf) : undefined;
  filled?.forEach((mentor, mentee) => {
    if (mentor !== -1) mentorOf[mentee] = mentor;
  });
  const left = roomLeft(standing, mentorOf);
  const helped = way === 'stable' ? helpedByPlace(standing, entryOf) : [];
  const explainer = new Explainer(standing, { way, fill, entryOf, left, helped });
  const pairs: Pair[] = [];
  const unmatched: Result['unmatched'][number][] = [];
  mentees.forEach((mentee, n) => {
    const number = mentorOf[n] as number;
    const mentor = mentors[number];
    if (!mentor) {
      const why = explainer.why(n);
      unmatched.push({ mentee: mentee.id, why, change: explainer.change(n, why) });
      return;
    }
    const by = fixed[n] !== -1 ? 'fixed' : entryOf[n] !== -1 ? 'choice' : 'fill';
    pairs.push({
      mentee: mentee.id,
      mentor: mentor.id,
      by,
      rank: rankOf(mentee, mentor),
      score: standing.scores.of(n, number) / 10,
      reasons: inCommon(standing.mentorProfiles[number] as Profile, standing.menteeProfiles[n] as Profile, mentee),
      counter: by === 'fixed' ? [] : explainer.counter(n, number),
      change: by === 'fixed' ? [] : explainer.betterBy(n),
    });
  });
  pairs.sort((a, b) => byText(a.mentee, b.mentee));
  unmatched.sort((a, b) => byText(a.mentee, b.mentee));
  return { pairs, unmatched, stats: statsOf(standing, pairs, entryOf) };
}

function rankOf({ choices }: Mentee, { id }: Mentor): number | null {
  const place = choices.indexOf(id);
  return place === -1 ? null : place + 1;
}
