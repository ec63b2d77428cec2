import { hoursApart, type Profile, profileOf, same, sameCity, shared } from './profile.ts';
import type { Person, Reason, ReasonCode } from './types.ts';

/** With more hours between them, people would not call it something they have in common. */
const NEAR_HOURS = 3;

/**
 * What a mentor and a mentee have in common, as codes with values, what matters most first (M16). `describe` puts it in
 * words.
 */
export const commonalities = (mentor: Person, mentee: Person): Reason[] =>
  inCommon(profileOf(mentor), profileOf(mentee), mentee);

/** The same for profiles made before, with the mentee as answered, whose spelling is taken. */
export function inCommon(a: Profile, b: Profile, mentee: Person): Reason[] {
  const hours = hoursApart(a, b);
  const found: readonly (readonly [ReasonCode, readonly string[]])[] = [
    ['topics', shared(a.topics, b.topics)],
    ['field', same(a.field, b.field) ? [mentee.field.trim()] : []],
    ['industry', same(a.industry, b.industry) ? [mentee.industry.trim()] : []],
    ['interests', shared(a.interests, b.interests)],
    ['languages', shared(a.languages, b.languages)],
    ['timeZone', hours !== undefined && hours <= NEAR_HOURS ? [String(hours)] : []],
    ['city', sameCity(a, b) ? [(mentee.city.split(',')[0] ?? '').trim()] : []],
  ];
  return found.filter(([, values]) => values.length > 0).map(([code, values]) => ({ code, values }));
}
