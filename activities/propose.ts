import { match } from '../domain/matching/index.ts';
import type { Matching } from '../domain/mentorship/index.ts';
import { cohortFacts } from './facts/cohort.ts';
import { contextOf } from './facts/context.ts';
import { counted } from './facts/people.ts';
import { matchingPerson } from './matching-input.ts';
import type { Ports } from './ports.ts';

/**
 * Runs the matching of a season over names and interests that stay here; only ids and reason codes come back.
 * Mentees without a ranking are filled up only if staff switched it on.
 */
export async function proposePairs(ports: Ports, { row }: { readonly row: string }): Promise<Matching> {
  const view = await ports.record.read();
  const facts = cohortFacts(view, row);
  if (!facts) return { pairs: [], unmatched: [] };
  const { settings } = contextOf(view);
  const mentors = Object.entries(facts.room).flatMap(([id, capacity]) => {
    const mentor = view.row('mentors', id);
    return mentor ? [{ ...matchingPerson(counted(mentor)), id, capacity }] : [];
  });
  const known = new Set(mentors.map((mentor) => mentor.id));
  const mentees = facts.choosers.flatMap((id) => {
    const mentee = view.row('mentees', id);
    if (!mentee) return [];
    const choices = (facts.rankings[id] ?? []).filter(
      (mentor) => known.has(mentor) && !facts.tried.includes(`${id}/${mentor}`),
    );
    return [{ ...matchingPerson(counted(mentee)), id, choices }];
  });
  const never = facts.tried
    .map((pair) => pair.split('/') as [string, string])
    .filter(([mentee, mentor]) => known.has(mentor) && mentees.some((m) => m.id === mentee));
  const result = match({ mentors, mentees, never, fixed: [], fill: settings.fillUp, seed: facts.name });
  return {
    pairs: result.pairs.map(({ mentee, mentor }) => ({ mentee, mentor })),
    unmatched: result.unmatched.map(({ mentee }) => ({
      mentee,
      why: (facts.rankings[mentee] ?? []).length === 0 ? 'no-ranking' : 'choices-full',
    })),
  };
}
