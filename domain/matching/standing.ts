import { canTalk, type Profile, profileOf } from './profile.ts';
import { DEFAULT_WEIGHTS, type Rarity, rarityAmong, score } from './score.ts';
import { byText, lot } from './ties.ts';
import type { Market, Mentee, Mentor, Weights } from './types.ts';

const key = (mentee: string, mentor: string): string => JSON.stringify([mentee, mentor]);
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => byText(a.id, b.id);

/** A market made ready: people by ID whatever their order of rows, who may be paired, and who stands where with whom. */
export class Standing {
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  /** Mentor of each mentee with a fixed pair. */
  readonly fixed: ReadonlyMap<string, string>;
  readonly seed: string;
  readonly #mentors = new Map<string, Profile>();
  readonly #mentees = new Map<string, Profile>();
  readonly #waited: ReadonlyMap<string, number>;
  readonly #never: ReadonlySet<string>;
  readonly #room = new Map<string, number>();
  readonly #rankings = new Map<string, readonly string[]>();
  readonly #orders = new Map<string, ReadonlyMap<string, number>>();
  readonly #weights: Weights;
  readonly #rarity: Rarity;

  constructor(market: Market) {
    this.mentors = [...market.mentors].sort(byId);
    this.mentees = [...market.mentees].sort(byId);
    this.fixed = new Map(market.fixed);
    this.seed = market.seed ?? '';
    this.#waited = new Map(this.mentees.map(({ id, waited }) => [id, waited ?? 0]));
    this.#never = new Set(market.never.map(([mentee, mentor]) => key(mentee, mentor)));
    this.#weights = market.weights ?? DEFAULT_WEIGHTS;
    for (const mentor of this.mentors) {
      this.#mentors.set(mentor.id, profileOf(mentor));
      this.#room.set(mentor.id, mentor.capacity);
    }
    for (const mentee of this.mentees) this.#mentees.set(mentee.id, profileOf(mentee));
    for (const mentor of this.fixed.values()) this.#room.set(mentor, this.room(mentor) - 1);
    this.#rarity = rarityAmong([...this.#mentees.values()]);
    this.#rank();
  }

  /** Mentees whose mentor is still to be found. */
  get open(): readonly Mentee[] {
    return this.mentees.filter((mentee) => !this.fixed.has(mentee.id));
  }

  /** Places of a mentor beside fixed pairs. */
  room(mentor: string): number {
    return this.#room.get(mentor) ?? 0;
  }

  isExcluded(mentee: string, mentor: string): boolean {
    return this.#never.has(key(mentee, mentor));
  }

  canTalk(mentee: string, mentor: string): boolean {
    return canTalk(this.#mentor(mentor), this.#mentee(mentee));
  }

  isAllowed(mentee: string, mentor: string): boolean {
    return !this.isExcluded(mentee, mentor) && this.canTalk(mentee, mentor);
  }

  score(mentee: string, mentor: string): number {
    return score(this.#mentor(mentor), this.#mentee(mentee), this.#weights, this.#rarity);
  }

  /** The mentors a mentee chose and may be paired with, best first. */
  ranking(mentee: string): readonly string[] {
    return this.#rankings.get(mentee) ?? [];
  }

  /** Place of a mentee among all who chose this mentor, 0 the best. */
  placeAt(mentor: string, mentee: string): number {
    const place = this.#orders.get(mentor)?.get(mentee);
    if (place === undefined) throw new Error('only a mentee who chose a mentor stands in their order');
    return place;
  }

  #rank(): void {
    const choosers = new Map<string, string[]>(this.mentors.map((mentor) => [mentor.id, []]));
    for (const { id, choices } of this.open) {
      const ranking = choices.filter((mentor) => this.isAllowed(id, mentor));
      this.#rankings.set(id, ranking);
      for (const mentor of ranking) choosers.get(mentor)?.push(id);
    }
    for (const mentor of this.mentors) {
      const order = this.#ordered(mentor, choosers.get(mentor.id) ?? []);
      this.#orders.set(mentor.id, new Map(order.map((mentee, place) => [mentee, place])));
    }
  }

  /** Whom the mentor prefers, then who waited longer, then by score, then by lot. */
  #ordered({ id, prefers = [] }: Mentor, mentees: readonly string[]): string[] {
    const wished = new Map(prefers.map((mentee, place) => [mentee, place]));
    return mentees
      .map((mentee) => ({
        mentee,
        wish: wished.get(mentee) ?? prefers.length,
        waited: this.#waited.get(mentee) ?? 0,
        score: this.score(mentee, id),
        lot: lot(this.seed, mentee, id),
      }))
      .sort(
        (a, b) =>
          a.wish - b.wish || b.waited - a.waited || b.score - a.score || a.lot - b.lot || byText(a.mentee, b.mentee),
      )
      .map(({ mentee }) => mentee);
  }

  #mentor(id: string): Profile {
    return known(this.#mentors.get(id), 'mentor');
  }
  #mentee(id: string): Profile {
    return known(this.#mentees.get(id), 'mentee');
  }
}

function known(profile: Profile | undefined, role: string): Profile {
  if (!profile) throw new Error(`a ${role} is named who is not in the market`);
  return profile;
}
