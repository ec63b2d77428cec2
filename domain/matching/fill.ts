import { bestOf } from './best.ts';
import { listsOf } from './coding.ts';
import { type Assigned, cheapest } from './flow.ts';
import type { Standing } from './standing.ts';

/** Mentors looked at for each mentee to begin with, and at most added in a round. */
const CANDIDATES = 24;
/** A score of 1000 is all that two people can have in common. */
const FULL = 1000;

/**
 * Mentors for mentees who are left without one, at places that stayed free: as many pairs as possible, and among those the
 * greatest sum of scores, exactly. Couples are too many to hold at once, so the flow begins with each mentee's best ones;
 * its prices then tell which of all others could still better it. When none can, the result is best among all couples.
 * `mentorOf` names each mentee's mentor so far, or -1; returns the mentor of each mentee it found one for, else -1.
 */
export function fillUp(standing: Standing, mentorOf: Int32Array): Int32Array {
  const room = roomLeft(standing, mentorOf);
  const left = [...mentorOf.keys()].filter((mentee) => mentorOf[mentee] === -1);
  const filled = new Int32Array(mentorOf.length).fill(-1);
  if (left.length === 0 || !room.some((places) => places > 0)) return filled;
  const rows = rowsOf(standing, room);
  const known = left.map((mentee) => rows.best(mentee));
  for (;;) {
    const entries = listsOf(known);
    const costs = new Float64Array(entries.items.length);
    left.forEach((mentee, n) => {
      for (let at = entries.starts[n] as number; at < (entries.starts[n + 1] as number); at++)
        costs[at] = FULL - standing.scores.of(mentee, entries.items[at] as number);
    });
    const waited = Int32Array.from(left, (mentee) => standing.waited[mentee] as number);
    const assigned = cheapest({ entries, costs, room, waited });
    const cheaper = left.map((mentee, n) => rows.cheaper(mentee, n, assigned));
    if (cheaper.every((more) => more.length === 0)) {
      left.forEach((mentee, n) => {
        const entry = assigned.entryOf[n] as number;
        if (entry !== -1) filled[mentee] = entries.items[entry] as number;
      });
      return filled;
    }
    cheaper.forEach((more, n) => {
      known[n]?.push(...more);
    });
  }
}

/** Places of each mentor that nobody has yet, fixed pairs aside. */
export function roomLeft({ room, fixed }: Standing, mentorOf: Int32Array): Int32Array {
  const left = room.slice();
  mentorOf.forEach((mentor, mentee) => {
    if (mentor !== -1 && fixed[mentee] === -1) left[mentor] = (left[mentor] as number) - 1;
  });
  return left;
}

/** Scores of a mentee with all mentors who have room, a row at a time. */
function rowsOf(standing: Standing, room: Int32Array) {
  const row = new Int16Array(room.length);
  const gains = new Int16Array(room.length);
  const found = new Int32Array(CANDIDATES);
  const read = (mentee: number): void => {
    standing.row(mentee, row);
    for (let mentor = 0; mentor < row.length; mentor++) if (room[mentor] === 0) row[mentor] = -1;
  };
  const taken = (count: number): number[] => [...found.subarray(0, count)];
  return {
    best(mentee: number): number[] {
      read(mentee);
      return taken(bestOf(row, CANDIDATES, found));
    },
    /** Mentors whose price and score would be better than what a mentee has; those known already never are. */
    cheaper(mentee: number, n: number, { prices, worth }: Assigned): number[] {
      read(mentee);
      for (let mentor = 0; mentor < row.length; mentor++) {
        const gain = (worth[n] as number) - (FULL - (row[mentor] as number)) - (prices[mentor] as number);
        gains[mentor] = (row[mentor] as number) >= 0 && gain > 0 ? Math.min(gain, 0x7fff) : -1;
      }
      return taken(bestOf(gains, CANDIDATES, found));
    },
  };
}
