import { bestOf } from './best.ts';
import { Standing } from './standing.ts';
import type { Market } from './types.ts';

/**
 * Mentors with room who fit a mentee of the market best and may be proposed to them, best first: for those who have not
 * ranked anybody, or whose choices came to nothing. Throws an Error when the mentee is not in the market.
 */
export function suggest(market: Market, mentee: string, count: number): string[] {
  const standing = new Standing(market);
  const row = new Int16Array(standing.mentors.length);
  standing.row(standing.mentee(mentee), row);
  for (let mentor = 0; mentor < row.length; mentor++) if (standing.room[mentor] === 0) row[mentor] = -1;
  const found = new Int32Array(count);
  const size = bestOf(row, count, found);
  return [...found.subarray(0, size)].map((mentor) => standing.mentors[mentor]?.id ?? '');
}
