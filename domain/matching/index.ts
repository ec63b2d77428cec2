/**
 * Matching: what two people have in common, and who is proposed to whom (M15, M16, M18, Q18). Pure, and the same on every
 * machine. What decides about a proposal (staff, mentee, mentor) is not here, but in `mentorship`.
 */
export { commonalities } from './commonalities.ts';
export { match } from './match.ts';
export type { Market, Mentee, Mentor, Pair, Person, Reason, ReasonCode, Result, Weights, WhyCode } from './types.ts';
export { WHY_CODES } from './types.ts';
export { describe, describeWhy } from './words.ts';
