import { commonalities, describe, type Mentee, suggest } from '../../domain/matching/index.ts';
import { counted } from '../../domain/program/index.ts';
import { roomOf } from '../facts/cohort.ts';
import { contextOf } from '../facts/context.ts';
import { rankingOf } from '../facts/ranking.ts';
import { weightsOf } from '../facts/weights.ts';
import { matchingMentee, matchingMentor, matchingPerson } from '../matching-input.ts';
import type { Language, View } from '../ports.ts';

/** Few enough to look at each. */
const SUGGESTED = 3;

/**
 * Mentors with room whom a mentee without a match has not ranked or met, best score first, each with what the two have in
 * common (M16). `found` holds those that matching named when the round closed, over everybody's interests; if none of them
 * has room any more, the best of now. Names are what mentors agreed to show (M15).
 */
export function suggestionsFor(
  view: View,
  mentee: string,
  language: Language,
  found: readonly string[] = [],
): string[] {
  const row = view.row('mentees', mentee);
  if (!row) return [];
  const { season } = row.cells;
  const met = view.rows('matches').filter((pair) => pair.cells.mentee === mentee);
  const known = new Set([...rankingOf(view, mentee, season), ...met.map((pair) => pair.cells.mentor)]);
  const room = roomOf(view, season);
  const isOpen = (id: string) => room[id] !== undefined && !known.has(id);
  const own = matchingMentee(counted(row), [], 0);
  const named = found.filter(isOpen);
  return (named.length > 0 ? named : bestOfNow(view, own, Object.keys(room).filter(isOpen), room)).flatMap((id) => {
    const mentor = view.row('mentors', id);
    if (!mentor) return [];
    const reasons = commonalities(matchingPerson(counted(mentor)), own).map((reason) => describe(reason, language));
    return [[counted(mentor).name, reasons.join('; ')].filter(Boolean).join(': ')];
  });
}

function bestOfNow(view: View, own: Mentee, ids: readonly string[], room: Readonly<Record<string, number>>): string[] {
  const mentors = ids.flatMap((id) => {
    const mentor = view.row('mentors', id);
    return mentor ? [matchingMentor(counted(mentor), room[id] ?? 0)] : [];
  });
  const { settings } = contextOf(view);
  const market = { mentors, mentees: [own], never: [], fixed: [], weights: weightsOf(settings) };
  return suggest(market, own.id, SUGGESTED);
}
