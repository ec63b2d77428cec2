import { commonalities, describe } from '../../domain/matching/index.ts';
import { counted } from '../../domain/program/index.ts';
import { roomOf } from '../facts/cohort.ts';
import { rankingOf } from '../facts/ranking.ts';
import { matchingPerson } from '../matching-input.ts';
import type { Language, View } from '../ports.ts';

/** Few enough to look at each. */
const SUGGESTED = 3;

/**
 * Mentors with room whom a mentee without a match has not ranked or met, those with most in common first, each with what it is
 * (M16). Names are what mentors agreed to show (M15).
 */
export function suggestionsFor(view: View, mentee: string, language: Language): string[] {
  const row = view.row('mentees', mentee);
  if (!row) return [];
  const { season } = row.cells;
  const known = new Set([
    ...rankingOf(view, mentee, season),
    ...view
      .rows('matches')
      .filter((pair) => pair.cells.mentee === mentee)
      .map((pair) => pair.cells.mentor),
  ]);
  const own = matchingPerson(counted(row));
  return Object.keys(roomOf(view, season))
    .filter((id) => !known.has(id))
    .flatMap((id) => {
      const mentor = view.row('mentors', id);
      if (!mentor) return [];
      const reasons = commonalities(matchingPerson(counted(mentor)), own);
      return [{ id, name: counted(mentor).name, reasons: reasons.map((reason) => describe(reason, language)) }];
    })
    .sort((a, b) => b.reasons.length - a.reasons.length || (a.id < b.id ? -1 : 1))
    .slice(0, SUGGESTED)
    .map(({ name, reasons }) => [name, reasons.join('; ')].filter(Boolean).join(': '));
}
