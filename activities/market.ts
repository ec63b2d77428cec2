import type { Couple, Market, Way } from '../domain/matching/index.ts';
import type { CohortFacts, ParticipantMemory } from '../domain/mentorship/index.ts';
import type { Settings } from '../domain/program/index.ts';
import { roomOf, triedBefore } from './facts/cohort.ts';
import { readMemory } from './facts/memory.ts';
import { counted } from './facts/people.ts';
import { weightsOf } from './facts/weights.ts';
import { matchingMentee, matchingMentor } from './matching-input.ts';
import type { View } from './ports.ts';

interface Around {
  /** Proposals to be drawn anew: their people take part again, and their places are free. */
  readonly drawn: CohortFacts['drawn'];
  /** A pair that staff made themselves and that is to stay, with the row it stands in. */
  readonly pinned?: { readonly id: string; readonly couple: Couple };
}

export const wayOf = ({ matchingWay }: Settings): Way => (matchingWay === 'most people' ? 'most' : 'stable');

/**
 * A season as the matching engine sees it: those who may choose, mentors with their free places, and couples that may not
 * come about. Whoever is ranked but has no room takes part with none, so that ranks and reasons are about the whole ranking.
 */
export function marketOf(view: View, facts: CohortFacts, settings: Settings, { drawn, pinned }: Around): Market {
  const redrawn = new Set(drawn.map(({ id }) => id));
  const room = roomOf(view, facts.name, new Set([...redrawn, ...(pinned ? [pinned.id] : [])]));
  const [pinnedMentee, pinnedMentor] = pinned?.couple ?? [];
  const choosers = new Set([
    ...facts.choosers,
    ...drawn.map(({ mentee }) => mentee),
    ...(pinnedMentee ? [pinnedMentee] : []),
  ]);
  const ranked = [...choosers].flatMap((id) => facts.rankings[id] ?? []);
  const mentors = [...new Set([...Object.keys(room), ...ranked, ...(pinnedMentor ? [pinnedMentor] : [])])].flatMap(
    (id) => {
      const mentor = view.row('mentors', id);
      const places = Math.max(room[id] ?? 0, id === pinnedMentor ? 1 : 0);
      return mentor ? [matchingMentor(counted(mentor), places)] : [];
    },
  );
  const known = new Set(mentors.map(({ id }) => id));
  const mentees = [...choosers].flatMap((id) => {
    const mentee = view.row('mentees', id);
    // Staff may type into a ranking, so an ID can stand there twice.
    const choices = [...new Set(facts.rankings[id])].filter((mentor) => known.has(mentor));
    return mentee ? [matchingMentee(counted(mentee), choices, waitedBefore(mentee.cells.memory, facts))] : [];
  });
  const own = new Set(drawn.map(({ mentee, mentor }) => `${mentee}/${mentor}`));
  return {
    mentors,
    mentees,
    never: triedBefore(view, facts.name)
      .filter((pair) => !own.has(pair))
      .map((pair) => pair.split('/') as [mentee: string, mentor: string]),
    fixed: pinned ? [pinned.couple] : [],
    weights: weightsOf(settings),
    fill: settings.fillUp,
    seed: facts.id,
  };
}

/** Rounds waited before this one: drawing a round anew must not favour those whom its first draw left over. */
function waitedBefore(memory: string, { name, memory: cohort }: CohortFacts): number {
  const { waits = 0, waitedIn }: Partial<ParticipantMemory> = readMemory<ParticipantMemory>(memory) ?? {};
  return Math.max(0, waits - (waitedIn === `${name}/${cohort?.round}` ? 1 : 0));
}
