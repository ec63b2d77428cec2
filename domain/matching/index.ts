/**
 * Matching: what two people have in common, and who is proposed to whom (M15, M16, M18, Q18). Pure, and the same on every
 * machine. What decides about a proposal (staff, mentee, mentor) is not here, but in `mentorship`.
 */
export { commonalities } from './commonalities.ts';
export { bothWays, match } from './match.ts';
export { mayBePaired } from './may.ts';
export { DEFAULT_WEIGHTS } from './score.ts';
export { suggest } from './suggest.ts';
export type {
  Change,
  Counter,
  Couple,
  Market,
  Mentee,
  Mentor,
  Pair,
  Person,
  Reason,
  ReasonCode,
  Result,
  Stats,
  Unmatched,
  Way,
  Weights,
  WhyCode,
} from './types.ts';
export { CHANGE_CODES, WHY_CODES } from './types.ts';
export {
  describe,
  describeChange,
  describeCounter,
  describeWhy,
  MATCHING_LANGUAGES,
  type MatchingLanguage,
  type NameOf,
} from './words.ts';
