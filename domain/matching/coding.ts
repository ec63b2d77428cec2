import type { Words } from './profile.ts';

/** Numbers words in the order they come. 0 stands for no word. */
class Numbers {
  readonly #numbers = new Map<string, number>();
  of(word: string): number {
    if (word === '') return 0;
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#numbers.size + 1);
    return this.#numbers.size;
  }
  get size(): number {
    return this.#numbers.size;
  }
}

/** One number a person on either side. */
export interface Coded {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
}

/** One word a person, as numbers that are equal where the words are. */
export function numbered(mentors: readonly string[], mentees: readonly string[]): Coded {
  const numbers = new Numbers();
  return {
    mentors: Int32Array.from(mentors, (word) => numbers.of(word)),
    mentees: Int32Array.from(mentees, (word) => numbers.of(word)),
  };
}

/** Sets of words as bits, `width` numbers of 32 bits a person: for words that are few and often shared. */
export class BitSets {
  readonly width: number;
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
  readonly mentorSizes: Int32Array;
  readonly menteeSizes: Int32Array;

  constructor(mentors: readonly Words[], mentees: readonly Words[]) {
    const numbers = new Numbers();
    for (const set of [...mentors, ...mentees]) for (const word of set.keys()) numbers.of(word);
    this.width = Math.max(1, Math.ceil(numbers.size / 32));
    const bits = (sets: readonly Words[]): Int32Array => {
      const rows = new Int32Array(sets.length * this.width);
      sets.forEach((set, n) => {
        for (const word of set.keys()) {
          const bit = numbers.of(word) - 1;
          const at = n * this.width + (bit >>> 5);
          rows[at] = (rows[at] as number) | (1 << (bit & 31));
        }
      });
      return rows;
    };
    this.mentors = bits(mentors);
    this.mentees = bits(mentees);
    this.mentorSizes = Int32Array.from(mentors, (set) => set.size);
    this.menteeSizes = Int32Array.from(mentees, (set) => set.size);
  }

  /** Whether a mentee and a mentor share a word. */
  meet(mentee: number, mentor: number): boolean {
    for (let w = 0; w < this.width; w++)
      if ((this.mentees[mentee * this.width + w] as number) & (this.mentors[mentor * this.width + w] as number))
        return true;
    return false;
  }

  /** How many words a mentee and a mentor share. */
  shared(mentee: number, mentor: number): number {
    if (this.width === 1) return ones((this.mentees[mentee] as number) & (this.mentors[mentor] as number));
    let count = 0;
    for (let w = 0; w < this.width; w++)
      count += ones(
        (this.mentees[mentee * this.width + w] as number) & (this.mentors[mentor * this.width + w] as number),
      );
    return count;
  }
}

/** How many bits are set. */
export function ones(bits: number): number {
  let b = bits - ((bits >>> 1) & 0x55555555);
  b = (b & 0x33333333) + ((b >>> 2) & 0x33333333);
  return Math.imul((b + (b >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Lists of numbers, one after another: list n is `items` from `starts[n]` to `starts[n + 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, n) => {
    starts[n + 1] = (starts[n] as number) + list.length;
  });
  const items = new Int32Array(starts[lists.length] as number);
  lists.forEach((list, n) => {
    items.set(list, starts[n]);
  });
  return { starts, items };
}

/** The same lists turned round: for each number the lists it stands in, in their order. */
export function turned({ starts, items }: Lists, count: number): Lists {
  const sizes = new Int32Array(count + 1);
  for (const item of items) sizes[item + 1] = (sizes[item + 1] as number) + 1;
  for (let n = 0; n < count; n++) sizes[n + 1] = (sizes[n + 1] as number) + (sizes[n] as number);
  const next = sizes.slice();
  const lists = new Int32Array(items.length);
  for (let list = 0; list + 1 < starts.length; list++)
    for (let at = starts[list] as number; at < (starts[list + 1] as number); at++) {
      const item = items[at] as number;
      lists[next[item] as number] = list;
      next[item] = (next[item] as number) + 1;
    }
  return { starts: sizes, items: lists };
}

/** Rare words tell more: each word's weight, in whole numbers, so that sums do not depend on their order. */
export interface RareWords {
  /** Words of each mentor and of each mentee, ascending. */
  readonly mentors: Lists;
  readonly mentees: Lists;
  /** Mentors who have a word. */
  readonly havers: Lists;
  readonly weights: Int32Array;
  readonly mentorSums: Int32Array;
  readonly menteeSums: Int32Array;
}

const STEP = 1 << 16;

/** Counts words among mentees only: another mentor must not change how mentors see the mentees. */
export function rareWords(mentors: readonly Words[], mentees: readonly Words[]): RareWords {
  const numbers = new Numbers();
  const listed = (sets: readonly Words[]) =>
    listsOf(sets.map((set) => [...set.keys()].map((word) => numbers.of(word) - 1).sort((a, b) => a - b)));
  const ofMentees = listed(mentees);
  const ofMentors = listed(mentors);
  const count = numbers.size;
  const named = new Int32Array(count);
  for (const word of ofMentees.items) named[word] = (named[word] as number) + 1;
  const weights = Int32Array.from(named, (n) =>
    Math.round(STEP * Math.log(1 + Math.max(1, mentees.length) / Math.max(1, n))),
  );
  const sums = ({ starts, items }: Lists) =>
    Int32Array.from({ length: starts.length - 1 }, (_, n) =>
      items.subarray(starts[n], starts[n + 1]).reduce((sum, word) => sum + (weights[word] as number), 0),
    );
  return {
    mentors: ofMentors,
    mentees: ofMentees,
    havers: turned(ofMentors, count),
    weights,
    mentorSums: sums(ofMentors),
    menteeSums: sums(ofMentees),
  };
}
