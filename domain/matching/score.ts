import { hoursApart, type Profile, same, sameCity, type Words } from './profile.ts';
import { CRITERIA, type Weights } from './types.ts';

/** What people want to do together counts most; a common language is a condition, so it earns nothing by itself. */
export const DEFAULT_WEIGHTS: Weights = {
  topics: 30,
  field: 20,
  industry: 20,
  interests: 15,
  languages: 0,
  timeZone: 10,
  city: 5,
};

/** With this many hours between two people hardly an hour of the day suits both. */
const FAR_HOURS = 8;

/** How much an interest says: the fewer people name it, the more. */
export type Rarity = (interest: string) => number;

/** Counts interests among mentees only: another mentor must not change how mentors see the mentees. */
export function rarityAmong(mentees: readonly Profile[]): Rarity {
  const named = new Map<string, number>();
  for (const { interests } of mentees)
    for (const interest of interests.keys()) named.set(interest, (named.get(interest) ?? 0) + 1);
  return (interest) => Math.log(1 + Math.max(1, mentees.length) / (named.get(interest) ?? 1));
}

/**
 * How well two people fit: 0 to 100 in steps of a tenth, so that the number shown is the number that decides.
 * The weights add up to 100.
 */
export function score(mentor: Profile, mentee: Profile, weights: Weights, rarity: Rarity): number {
  const hours = hoursApart(mentor, mentee);
  const parts: Weights = {
    topics: covered(mentor.topics, mentee.topics),
    field: Number(same(mentor.field, mentee.field)),
    industry: Number(same(mentor.industry, mentee.industry)),
    interests: likeness(mentor.interests, mentee.interests, rarity),
    languages: covered(mentor.languages, mentee.languages),
    timeZone: hours === undefined ? 0 : Math.max(0, 1 - hours / FAR_HOURS),
    city: Number(sameCity(mentor, mentee)),
  };
  const points = CRITERIA.reduce((sum, criterion) => sum + weights[criterion] * parts[criterion], 0);
  return Math.round(points * 10) / 10;
}

/** The part of the mentee's words that the mentor offers. */
function covered(mentor: Words, mentee: Words): number {
  if (mentee.size === 0) return 0;
  return [...mentee.keys()].filter((word) => mentor.has(word)).length / mentee.size;
}

/** Common interests among all that either has, rare ones weighing more (weighted Jaccard index). */
function likeness(a: Words, b: Words, rarity: Rarity): number {
  let common = 0;
  let all = 0;
  // Sorted, because a sum of fractions depends on its order, and an answer's order must not.
  for (const interest of [...new Set([...a.keys(), ...b.keys()])].sort()) {
    const weight = rarity(interest);
    all += weight;
    if (a.has(interest) && b.has(interest)) common += weight;
  }
  return all === 0 ? 0 : common / all;
}
