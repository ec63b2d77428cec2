import type { Standing } from './standing.ts';
import { byText, lot } from './ties.ts';

/**
 * Mentors for mentees whom their choices left without one, among places that stayed free. Greedy: the couple with the
 * best score first, equals by lot. That is no largest possible number of pairs: a mentee with one possible mentor may
 * find that place taken. Returns the mentor of each mentee it found one for.
 */
export function fillUp(standing: Standing, matched: ReadonlyMap<string, string>): Map<string, string> {
  const room = roomLeft(standing, matched);
  const mentees = standing.open.map(({ id }) => id).filter((id) => !matched.has(id));
  const couples = mentees
    .flatMap((mentee) =>
      [...room.keys()]
        .filter((mentor) => standing.isAllowed(mentee, mentor))
        .map((mentor) => ({
          mentee,
          mentor,
          score: standing.score(mentee, mentor),
          lot: lot(standing.seed, mentee, mentor),
        })),
    )
    .sort((a, b) => b.score - a.score || a.lot - b.lot || byText(a.mentee, b.mentee) || byText(a.mentor, b.mentor));
  const filled = new Map<string, string>();
  for (const { mentee, mentor } of couples) {
    const places = room.get(mentor) ?? 0;
    if (filled.has(mentee) || places === 0) continue;
    filled.set(mentee, mentor);
    room.set(mentor, places - 1);
  }
  return filled;
}

/** Mentors with free places, and how many. */
export function roomLeft(standing: Standing, matched: ReadonlyMap<string, string>): Map<string, number> {
  const room = new Map(standing.mentors.map(({ id }) => [id, standing.room(id)]));
  for (const mentor of matched.values()) room.set(mentor, (room.get(mentor) ?? 0) - 1);
  return new Map([...room].filter(([, places]) => places > 0));
}
