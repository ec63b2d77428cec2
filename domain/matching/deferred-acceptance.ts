import type { Standing } from './standing.ts';

/**
 * Deferred acceptance with the mentees asking: each asks their best choice that has not refused yet; a mentor keeps the
 * best so far, as many as there is room for, and refuses the rest. No mentee and mentor are left who would both rather
 * have each other, no other such result is better for any mentee, and a mentee gains nothing by a ranking that is not
 * their true one. Who asks first makes no difference. Returns the entry by which each mentee is matched, or -1.
 */
export function deferredAcceptance({ mentees, rankings, orders, places, menteeOf, room }: Standing): Int32Array {
  const entryOf = new Int32Array(mentees.length).fill(-1);
  const next = rankings.starts.slice();
  // Each mentor's places, in the part of the array where their order stands: a heap with the worst on top.
  const heap = new Int32Array(orders.items.length);
  const sizes = new Int32Array(room.length);
  const asking = Int32Array.from(mentees, (_, mentee) => mentee);
  for (let left = asking.length; left > 0; ) {
    const mentee = asking[--left] as number;
    const entry = next[mentee] as number;
    if (entry === rankings.starts[mentee + 1]) continue;
    next[mentee] = entry + 1;
    const mentor = rankings.items[entry] as number;
    const start = orders.starts[mentor] as number;
    const place = places[entry] as number;
    if ((sizes[mentor] as number) < (room[mentor] as number)) {
      rise(heap, start, sizes[mentor] as number, place);
      sizes[mentor] = (sizes[mentor] as number) + 1;
      entryOf[mentee] = entry;
    } else if ((sizes[mentor] as number) > 0 && (heap[start] as number) > place) {
      const refused = menteeOf[orders.items[start + (heap[start] as number)] as number] as number;
      sink(heap, start, sizes[mentor] as number, place);
      entryOf[mentee] = entry;
      entryOf[refused] = -1;
      asking[left++] = refused;
    } else asking[left++] = mentee;
  }
  return entryOf;
}

/** Adds a value behind the last of a heap that holds its greatest on top. */
function rise(heap: Int32Array, start: number, size: number, value: number): void {
  let at = size;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[start + parent] as number;
    if (above >= value) break;
    heap[start + at] = above;
    at = parent;
  }
  heap[start + at] = value;
}

/** Puts a value in place of the greatest. */
function sink(heap: Int32Array, start: number, size: number, value: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && (heap[start + child + 1] as number) > (heap[start + child] as number)) child += 1;
    const below = heap[start + child] as number;
    if (below <= value) break;
    heap[start + at] = below;
    at = child;
  }
  heap[start + at] = value;
}
