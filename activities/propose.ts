import { match } from '../domain/matching/index.ts';
import type { Matching, ParticipantMemory } from '../domain/mentorship/index.ts';
import { cohortFacts } from './facts/cohort.ts';
import { contextOf } from './facts/context.ts';
import { readMemory } from './facts/memory.ts';
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
  // Who is ranked but has no room takes part with none, so that ranks and reasons are about the whole ranking.
  const ranked = facts.choosers.flatMap((id) => facts.rankings[id] ?? []);
  const mentors = [...new Set([...Object.keys(facts.room), ...ranked])].flatMap((id) => {
    const mentor = view.row('mentors', id);
    return mentor ? [{ ...matchingPerson(counted(mentor)), id, capacity: facts.room[id] ?? 0 }] : [];
  });
  const known = new Set(mentors.map((mentor) => mentor.id));
  const mentees = facts.choosers.flatMap((id) => {
    const mentee = view.row('mentees', id);
    // Staff may type into a ranking, so an ID can stand there twice.
    const choices = [...new Set(facts.rankings[id])].filter((mentor) => known.has(mentor));
    const waited = readMemory<ParticipantMemory>(mentee?.cells.memory ?? '')?.waits ?? 0;
    return mentee ? [{ ...matchingPerson(counted(mentee)), id, choices, waited }] : [];
  });
  const never = facts.tried.map((pair) => pair.split('/') as [mentee: string, mentor: string]);
  const { pairs, unmatched } = match({ mentors, mentees, never, fixed: [], fill: settings.fillUp, seed: facts.id });
  return {
    pairs: pairs.map(({ mentee, mentor }) => ({ mentee, mentor })),
    // A ranking of mentors whose rows are gone is a ranking all the same.
    unmatched: unmatched.map(({ mentee, why }) => ({
      mentee,
      why: why === 'no-ranking' && facts.rankings[mentee]?.length ? 'choices-excluded' : why,
    })),
  };
}
