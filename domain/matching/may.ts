import { comparable } from './profile.ts';
import type { Mentee, Mentor, Wants } from './types.ts';

/** Whether a mentee is one whom a mentor wants; undefined where all are. */
export function fits({ schools = [], years = [] }: Wants = {}): ((mentee: Mentee) => boolean) | undefined {
  if (schools.length === 0 && years.length === 0) return undefined;
  const wanted = (list: readonly string[]) => new Set(list.map(comparable));
  const [bySchool, byYear] = [wanted(schools), wanted(years)];
  const isIn = (set: ReadonlySet<string>, word = '') => set.size === 0 || set.has(comparable(word));
  return ({ school, year }) => isIn(bySchool, school) && isIn(byYear, year);
}

/** Whether two people may be a pair at all, for a choice that is asked outside a round: they can talk, and the mentor's wants. */
export function mayBePaired(mentor: Mentor, mentee: Mentee): boolean {
  const [mine, yours] = [mentor, mentee].map(({ languages }) => languages.map(comparable).filter(Boolean));
  const canTalk = !mine?.length || !yours?.length || mine.some((language) => yours.includes(language));
  return canTalk && (fits(mentor.wants)?.(mentee) ?? true);
}
