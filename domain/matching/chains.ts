import type { Standing } from './standing.ts';

/**
 * Whom one more place would help. A place more at a full mentor goes to the best mentee who would rather be there; the place
 * that one leaves goes on in the same way, until somebody without a mentor has one or nobody wants the last place. For each
 * mentee, the mentors at whom one more place would end in a better choice (or, for the unmatched, in a pair).
 */
export function helpedByPlace(standing: Standing, entryOf: Int32Array): number[][] {
  const { mentees, rankings, orders, menteeOf, room, mentors } = standing;
  const helped: number[][] = mentees.map(() => []);
  const used = new Int32Array(mentors.length);
  for (const entry of entryOf) if (entry !== -1) count(used, rankings.items[entry] as number);
  for (let mentor = 0; mentor < mentors.length; mentor++) {
    if ((used[mentor] as number) < (room[mentor] as number)) continue;
    const moved = new Map<number, number>();
    const now = (mentee: number): number => moved.get(mentee) ?? (entryOf[mentee] as number);
    let vacant = mentor;
    while (vacant !== -1) {
      let gone = -1;
      for (let at = orders.starts[vacant] as number; at < (orders.starts[vacant + 1] as number); at++) {
        const entry = orders.items[at] as number;
        const mentee = menteeOf[entry] as number;
        const has = now(mentee);
        if (has !== -1 && has <= entry) continue;
        moved.set(mentee, entry);
        gone = has === -1 ? -1 : (rankings.items[has] as number);
        break;
      }
      vacant = gone;
    }
    for (const mentee of moved.keys()) helped[mentee]?.push(mentor);
  }
  return helped;
}

function count(numbers: Int32Array, at: number): void {
  numbers[at] = (numbers[at] as number) + 1;
}
