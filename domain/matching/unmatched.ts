import type { Standing } from './standing.ts';
import type { Mentee, WhyCode } from './types.ts';

/**
 * What stood between a mentee and a mentor: the mentors on their list or, for a mentee without a list who was to be
 * filled up, all those who still have room (`withRoom`, given only when filling up).
 */
export function whyUnmatched(standing: Standing, mentee: Mentee, withRoom?: readonly string[]): WhyCode {
  const { id, choices } = mentee;
  const cannotTalk = (mentors: readonly string[]): boolean =>
    mentors.length > 0 && mentors.every((mentor) => !standing.canTalk(id, mentor));
  if (choices.length === 0) {
    if (!withRoom) return 'no-ranking';
    return cannotTalk(withRoom) ? 'no-shared-language' : 'no-places-left';
  }
  if (standing.ranking(id).length > 0) return 'choices-full';
  return cannotTalk(choices) ? 'no-shared-language' : 'choices-excluded';
}
