import { type Lists, listsOf, turned } from './coding.ts';
import { fits } from './may.ts';
import { type Profile, profiler } from './profile.ts';
import { DEFAULT_WEIGHTS, Scores } from './score.ts';
import { byText, lot, lotOfTwo } from './ties.ts';
import type { Market, Mentee, Mentor, Person } from './types.ts';

const NOBODY = -1;
/** Stands after every place of a mentor's own list. */
const UNLISTED = 0x7fffffff;

/**
 * A market made ready: people are numbers from 0, in an order drawn by lot from seed and IDs, so that neither rows nor the
 * alphabet decide anything; who may be paired; and who stands where with whom. An entry is one mentor on one mentee's list
 * who may be proposed to them; entries of a mentee follow each other, best first.
 */
export class Standing {
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  readonly mentorProfiles: readonly Profile[];
  readonly menteeProfiles: readonly Profile[];
  readonly scores: Scores;
  /** Mentor of each mentee with a fixed pair, else -1. */
  readonly fixed: Int32Array;
  /** Places of each mentor beside fixed pairs. */
  readonly room: Int32Array;
  /** Mentors of each mentee's entries; empty for mentees with a fixed pair. */
  readonly rankings: Lists;
  /** Of each entry: its mentee, the couple's score, and the mentee's place among all who chose this mentor, 0 the best. */
  readonly menteeOf: Int32Array;
  readonly entryScores: Int16Array;
  readonly places: Int32Array;
  /** Entries of each mentor, best mentee first. */
  readonly orders: Lists;
  readonly waited: Int32Array;
  /** Place of each entry's mentee on the mentor's own list. */
  readonly wishes: Int32Array;
  readonly #seed: string;
  readonly #menteeNumbers: ReadonlyMap<string, number>;
  readonly #mentorNumbers: ReadonlyMap<string, number>;
  /** Mentors who may not be proposed to a mentee, and mentors who want only some mentees. */
  readonly #never = new Map<number, Set<number>>();
  readonly #wants = new Map<number, (mentee: Mentee) => boolean>();

  constructor(market: Market) {
    this.#seed = market.seed ?? '';
    this.mentors = this.#drawn(market.mentors);
    this.mentees = this.#drawn(market.mentees);
    this.#mentorNumbers = new Map(this.mentors.map(({ id }, n) => [id, n]));
    this.#menteeNumbers = new Map(this.mentees.map(({ id }, n) => [id, n]));
    for (const [mentee, mentor] of market.never) {
      // Past pairs may name people who are gone; those come to nobody anyway.
      const [e, m] = [this.#menteeNumbers.get(mentee), this.#mentorNumbers.get(mentor)];
      if (e !== undefined && m !== undefined) this.#never.set(e, (this.#never.get(e) ?? new Set<number>()).add(m));
    }
    this.mentors.forEach(({ wants }, mentor) => {
      const test = fits(wants);
      if (test) this.#wants.set(mentor, test);
    });
    const profile = profiler();
    this.mentorProfiles = this.mentors.map(profile);
    this.menteeProfiles = this.mentees.map(profile);
    this.scores = new Scores(this.mentorProfiles, this.menteeProfiles, market.weights ?? DEFAULT_WEIGHTS);
    this.waited = Int32Array.from(this.mentees, ({ waited }) => waited ?? 0);
    this.room = Int32Array.from(this.mentors, ({ capacity }) => Math.min(capacity, this.mentees.length));
    this.fixed = new Int32Array(this.mentees.length).fill(NOBODY);
    for (const [mentee, mentor] of market.fixed) {
      this.fixed[this.mentee(mentee)] = this.mentor(mentor);
      this.room[this.mentor(mentor)] = Math.max(0, (this.room[this.mentor(mentor)] as number) - 1);
    }
    this.rankings = listsOf(
      this.mentees.map(({ choices }, mentee) =>
        this.fixed[mentee] === NOBODY
          ? choices.map((id) => this.mentor(id)).filter((mentor) => this.isAllowed(mentee, mentor))
          : [],
      ),
    );
    const entries = this.rankings.items.length;
    this.menteeOf = new Int32Array(entries);
    for (let mentee = 0; mentee < this.mentees.length; mentee++)
      this.menteeOf.fill(mentee, this.rankings.starts[mentee], this.rankings.starts[mentee + 1]);
    this.entryScores = new Int16Array(entries);
    for (let entry = 0; entry < entries; entry++)
      this.entryScores[entry] = this.scores.of(this.menteeOf[entry] as number, this.rankings.items[entry] as number);
    this.wishes = new Int32Array(entries).fill(UNLISTED);
    this.places = new Int32Array(entries);
    this.orders = this.#ordered();
  }

  /** Numbers of people by ID. Throw an Error on somebody who is not in the market. */
  mentor = (id: string): number => known(this.#mentorNumbers.get(id), 'mentor');
  mentee = (id: string): number => known(this.#menteeNumbers.get(id), 'mentee');

  isExcluded(mentee: number, mentor: number): boolean {
    const fitting = this.#wants.get(mentor)?.(this.mentees[mentee] as Mentee) ?? true;
    return !fitting || (this.#never.get(mentee)?.has(mentor) ?? false);
  }

  isAllowed(mentee: number, mentor: number): boolean {
    return this.scores.canTalk(mentee, mentor) && !this.isExcluded(mentee, mentor);
  }

  /** A mentee's score with every mentor; -1 where they may not be a pair. */
  row(mentee: number, into: Int16Array): void {
    this.scores.row(mentee, into);
    for (const mentor of this.#never.get(mentee) ?? []) into[mentor] = -1;
    for (const mentor of this.#wants.keys()) if (this.isExcluded(mentee, mentor)) into[mentor] = -1;
  }

  #drawn<P extends Person>(people: readonly P[]): P[] {
    return people
      .map((person) => ({ person, lot: lot(this.#seed, person.id) }))
      .sort((a, b) => a.lot - b.lot || byText(a.person.id, b.person.id))
      .map(({ person }) => person);
  }

  /** Whom the mentor prefers, then who waited longer, then by score, then by lot. */
  #ordered(): Lists {
    const { items } = this.rankings;
    const entries = turned(
      { starts: Int32Array.from({ length: items.length + 1 }, (_, n) => n), items },
      this.mentors.length,
    );
    const menteeLots = Float64Array.from(this.mentees, ({ id }) => lot(this.#seed, id));
    this.mentors.forEach(({ id, prefers }, mentor) => {
      const own = entries.items.subarray(entries.starts[mentor], entries.starts[mentor + 1]);
      if (prefers) {
        const listed = new Map(prefers.map((mentee, place) => [this.mentee(mentee), place]));
        for (const entry of own) this.wishes[entry] = listed.get(this.menteeOf[entry] as number) ?? UNLISTED;
      }
      const mentorLot = lot(this.#seed, id);
      own.sort((a, b) => {
        const [e, f] = [this.menteeOf[a] as number, this.menteeOf[b] as number];
        return (
          (this.wishes[a] as number) - (this.wishes[b] as number) ||
          (this.waited[f] as number) - (this.waited[e] as number) ||
          (this.entryScores[b] as number) - (this.entryScores[a] as number) ||
          lotOfTwo(menteeLots[e] as number, mentorLot) - lotOfTwo(menteeLots[f] as number, mentorLot) ||
          e - f
        );
      });
      own.forEach((entry, place) => {
        this.places[entry] = place;
      });
    });
    return entries;
  }
}

function known(number: number | undefined, role: string): number {
  if (number === undefined) throw new Error(`a ${role} is named who is not in the market`);
  return number;
}
