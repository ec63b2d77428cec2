import type { Standing } from './standing.ts';

/**
 * Deferred acceptance with the mentees asking: each asks their best choice that has not refused yet; a mentor keeps the
 * best so far, as many as there is room for, and refuses the rest. No mentee and mentor are left who would both rather
 * have each other, no other such result is better for any mentee, and a mentee gains nothing by a ranking that is not
 * their true one. Who asks first makes no difference. Returns the mentor of each matched mentee.
 */
export function deferredAcceptance(standing: Standing): Map<string, string> {
  const asked = new Map<string, number>();
  const kept = new Map<string, string[]>();
  const asking = standing.open.map(({ id }) => id);
  for (let mentee = asking.pop(); mentee !== undefined; mentee = asking.pop()) {
    const next = asked.get(mentee) ?? 0;
    const mentor = standing.ranking(mentee)[next];
    if (mentor === undefined) continue;
    asked.set(mentee, next + 1);
    const mentees = [...(kept.get(mentor) ?? []), mentee];
    const refused = mentees.length > standing.room(mentor) ? last(standing, mentor, mentees) : undefined;
    if (refused !== undefined) asking.push(refused);
    kept.set(
      mentor,
      mentees.filter((id) => id !== refused),
    );
  }
  return new Map([...kept].flatMap(([mentor, mentees]) => mentees.map((mentee) => [mentee, mentor] as const)));
}

/** The one whom the mentor would miss least. */
const last = (standing: Standing, mentor: string, mentees: readonly string[]): string | undefined =>
  mentees.reduce((worst, mentee) =>
    standing.placeAt(mentor, mentee) > standing.placeAt(mentor, worst) ? mentee : worst,
  );
