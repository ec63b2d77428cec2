import type { Lists } from './coding.ts';
import { Heap } from './heap.ts';

/** Who may be assigned to whom, at what cost: the entries of mentee n go from `starts[n]` to `starts[n + 1]`. */
export interface Costs {
  readonly entries: Lists;
  /** Of each entry: a whole number, 0 or more. */
  readonly costs: Float64Array;
  /** Places of each mentor. */
  readonly room: Int32Array;
  /** Rounds each mentee has waited: among as many matched as possible, those who waited longer come first. */
  readonly waited: Int32Array;
}
export interface Assigned {
  /** The entry by which each mentee is assigned, or -1. */
  readonly entryOf: Int32Array;
  /** What one place less at each mentor would cost at least. */
  readonly prices: Float64Array;
  /** Cost and price of what each mentee has; for who has none, the cost of having none. */
  readonly worth: Float64Array;
}

/** Waiting longer than this makes no further difference; keeps all numbers exact. */
const LONGEST_WAIT = 15;

/**
 * The assignment of as many mentees as possible that costs least: an exact min-cost flow by shortest augmenting paths with
 * prices. Mentees come in one by one. Each takes the cheapest way to a free place, along which others may move, or else the
 * cheapest way on which somebody (maybe themselves) stays without. Staying without costs more than all else together, so
 * nobody does who need not; since it costs more the longer one waited, it falls on those who waited least.
 *
 * Prices prove the result: no entry costs less, price included, than what its mentee has. Sums stay below 2^53 for 50,000
 * mentees with 100 entries each, so everything is exact.
 */
export function cheapest({ entries, costs, room, waited }: Costs): Assigned {
  const mentees = entries.starts.length - 1;
  const mentors = room.length;
  const menteeOf = new Int32Array(entries.items.length);
  for (let n = 0; n < mentees; n++) menteeOf.fill(n, entries.starts[n], entries.starts[n + 1]);
  const without = penalties(costs, waited);
  const prices = new Float64Array(mentors);
  const entryOf = new Int32Array(mentees).fill(-1);
  const seats = new Seats(room, entries);
  const distance = new Float64Array(mentors);
  const reachedBy = new Int32Array(mentors);
  const seen = new Int32Array(mentors).fill(-1);
  const heap = new Heap(mentors, distance);
  const settled = new Int32Array(mentors);

  for (let first = 0; first < mentees; first++) {
    let best = without[first] as number;
    let endMentor = -1;
    let endMentee = first;
    let count = 0;
    heap.clear();
    const relax = (mentee: number, own: number, base: number): void => {
      for (let entry = entries.starts[mentee] as number; entry < (entries.starts[mentee + 1] as number); entry++) {
        const mentor = entries.items[entry] as number;
        if (mentor === own) continue;
        const cost = base + (costs[entry] as number) + (prices[mentor] as number);
        if (cost >= best || (seen[mentor] === first && cost >= (distance[mentor] as number))) continue;
        seen[mentor] = first;
        distance[mentor] = cost;
        reachedBy[mentor] = entry;
        if (seats.isFree(mentor)) {
          best = cost;
          endMentor = mentor;
        } else heap.push(mentor);
      }
    };
    relax(first, -1, 0);
    for (let mentor = heap.pop(); mentor !== -1 && (distance[mentor] as number) < best; mentor = heap.pop()) {
      settled[count++] = mentor;
      for (let at = seats.start(mentor); at < seats.end(mentor); at++) {
        const mentee = seats.taken[at] as number;
        const base =
          (distance[mentor] as number) - (costs[entryOf[mentee] as number] as number) - (prices[mentor] as number);
        if (base + (without[mentee] as number) < best) {
          best = base + (without[mentee] as number);
          endMentor = -1;
          endMentee = mentee;
        }
        relax(mentee, mentor, base);
      }
    }
    for (let n = 0; n < count; n++) {
      const mentor = settled[n] as number;
      prices[mentor] = (prices[mentor] as number) + Math.max(0, best - (distance[mentor] as number));
    }
    // Back along the way: each mentee moves up to the mentor through whom the way went on.
    let mentor = endMentor;
    let seat = -1;
    if (endMentor !== -1) seat = seats.open(endMentor);
    else if (endMentee !== first) {
      mentor = entries.items[entryOf[endMentee] as number] as number;
      seat = seats.seatOf[endMentee] as number;
      entryOf[endMentee] = -1;
    }
    while (seat !== -1) {
      const entry = reachedBy[mentor] as number;
      const mentee = menteeOf[entry] as number;
      const left = entryOf[mentee] as number;
      const leftSeat = left === -1 ? -1 : (seats.seatOf[mentee] as number);
      entryOf[mentee] = entry;
      seats.put(seat, mentee);
      mentor = left === -1 ? -1 : (entries.items[left] as number);
      seat = leftSeat;
    }
  }
  const worth = Float64Array.from(entryOf, (entry, mentee) =>
    entry === -1
      ? (without[mentee] as number)
      : (costs[entry] as number) + (prices[entries.items[entry] as number] as number),
  );
  return { entryOf, prices, worth };
}

/** What staying without costs each mentee. */
function penalties(costs: Float64Array, waited: Int32Array): Float64Array {
  let most = 1;
  for (const cost of costs) if (cost > most) most = cost;
  const without = (waited.length + 1) * (most + 1);
  return Float64Array.from(waited, (rounds) => without * (1 + Math.min(rounds, LONGEST_WAIT)));
}

/** Who sits where: each mentor has a part of one array, as long as their places or those who could want one. */
class Seats {
  readonly taken: Int32Array;
  readonly seatOf: Int32Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;

  constructor(room: Int32Array, entries: Lists) {
    const wanted = new Int32Array(room.length);
    for (const mentor of entries.items) wanted[mentor] = (wanted[mentor] as number) + 1;
    this.#starts = new Int32Array(room.length + 1);
    for (let n = 0; n < room.length; n++)
      this.#starts[n + 1] = (this.#starts[n] as number) + Math.min(room[n] as number, wanted[n] as number);
    this.#ends = this.#starts.slice(0, room.length);
    this.taken = new Int32Array(this.#starts[room.length] as number);
    this.seatOf = new Int32Array(entries.starts.length - 1);
  }
  isFree(mentor: number): boolean {
    return (this.#ends[mentor] as number) < (this.#starts[mentor + 1] as number);
  }
  start(mentor: number): number {
    return this.#starts[mentor] as number;
  }
  /** Behind the last seat taken. */
  end(mentor: number): number {
    return this.#ends[mentor] as number;
  }
  open(mentor: number): number {
    const seat = this.#ends[mentor] as number;
    this.#ends[mentor] = seat + 1;
    return seat;
  }
  put(seat: number, mentee: number): void {
    this.taken[seat] = mentee;
    this.seatOf[mentee] = seat;
  }
}
