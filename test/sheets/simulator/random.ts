/** A seeded source of chance: the same seed gives the same interleaving. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
  maybe(probability: number): boolean;
  between(from: number, to: number): number;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    pick: (list) => list[int(list.length)] as (typeof list)[number],
    maybe: (probability) => next() < probability,
    between: (from, to) => from + next() * (to - from),
  };
}
