import { BitSets, type Coded, numbered, ones, type RareWords, rareWords } from './coding.ts';
import type { Profile } from './profile.ts';
import type { Weights } from './types.ts';

/** What people want to do together counts most; a common language is a condition, so it earns nothing by itself. */
export const DEFAULT_WEIGHTS: Weights = {
  topics: 30,
  field: 20,
  industry: 20,
  interests: 15,
  languages: 0,
  timeZone: 10,
  city: 5,
};

/** With this many hours between two people hardly an hour of the day suits both. */
const FAR_HOURS = 8;

/**
 * How well people fit: whole numbers from 0 to 1000, tenths of the points shown, so that the number shown is the number that
 * decides. Mentees and mentors are numbers from 0; weights add up to 100 (M16).
 */
export class Scores {
  readonly mentors: number;
  readonly #weights: Weights;
  readonly #topics: BitSets;
  readonly #languages: BitSets;
  readonly #interests: RareWords;
  readonly #field: Coded;
  readonly #industry: Coded;
  readonly #city: Coded;
  readonly #country: Coded;
  /** Time zones as numbers, 0 for unknown, and their hours east of Greenwich. */
  readonly #zone: Coded;
  readonly #zoneHours: Float64Array;
  /** Weight of the interests that the mentee at work shares with each mentor; zero again after each row. */
  readonly #common: Int32Array;
  /** Points that the mentee at work gets for topics by how many are shared, and for each time zone. */
  #mentee = -1;
  readonly #one = new Int16Array(1);
  readonly #topicPoints: Float64Array;
  readonly #zonePoints: Float64Array;

  constructor(mentors: readonly Profile[], mentees: readonly Profile[], weights: Weights) {
    const coded = (of: (profile: Profile) => string) => numbered(mentors.map(of), mentees.map(of));
    this.mentors = mentors.length;
    this.#weights = weights;
    this.#topics = new BitSets(
      mentors.map(({ topics }) => topics),
      mentees.map(({ topics }) => topics),
    );
    this.#languages = new BitSets(
      mentors.map(({ languages }) => languages),
      mentees.map(({ languages }) => languages),
    );
    this.#interests = rareWords(
      mentors.map(({ interests }) => interests),
      mentees.map(({ interests }) => interests),
    );
    this.#field = coded(({ field }) => field);
    this.#industry = coded(({ industry }) => industry);
    this.#city = coded(({ city }) => city);
    this.#country = coded(({ country }) => country);
    this.#zone = coded(({ utcOffset }) => (utcOffset === undefined ? '' : String(utcOffset)));
    this.#zoneHours = new Float64Array(1 + greatest(this.#zone.mentors, this.#zone.mentees)).fill(Number.NaN);
    const keepHours = (people: readonly Profile[], zones: Int32Array) =>
      people.forEach(({ utcOffset }, n) => {
        if (utcOffset !== undefined) this.#zoneHours[zones[n] as number] = utcOffset;
      });
    keepHours(mentors, this.#zone.mentors);
    keepHours(mentees, this.#zone.mentees);
    this.#zonePoints = new Float64Array(this.#zoneHours.length);
    this.#topicPoints = new Float64Array(1 + greatest(this.#topics.menteeSizes));
    this.#common = new Int32Array(mentors.length);
  }

  /** Whether two people can talk to each other; unknown languages stand in nobody's way. */
  canTalk(mentee: number, mentor: number): boolean {
    const { menteeSizes, mentorSizes } = this.#languages;
    return menteeSizes[mentee] === 0 || mentorSizes[mentor] === 0 || this.#languages.meet(mentee, mentor);
  }

  /** One couple, whether or not they share a language. */
  of(mentee: number, mentor: number): number {
    this.#common[mentor] = this.#shared(mentee, mentor);
    this.#score(mentee, mentor, mentor + 1, this.#one);
    this.#common[mentor] = 0;
    return this.#one[0] as number;
  }

  /** A mentee with every mentor; -1 where they share no language. */
  row(mentee: number, into: Int16Array): void {
    this.#markShared(mentee, 1);
    this.#score(mentee, 0, this.mentors, into);
    this.#markShared(mentee, 0);
    const { mentors, width } = this.#languages;
    const own = this.#languages.mentees[mentee] as number;
    for (let mentor = 0; mentor < this.mentors; mentor++)
      if (
        width === 1
          ? own !== 0 && mentors[mentor] !== 0 && ((mentors[mentor] as number) & own) === 0
          : !this.canTalk(mentee, mentor)
      )
        into[mentor] = -1;
  }

  /** What is the same for all of a mentee's couples. */
  #prepare(mentee: number): void {
    if (mentee === this.#mentee) return;
    this.#mentee = mentee;
    const size = this.#topics.menteeSizes[mentee] as number;
    for (let n = 1; n <= size; n++) this.#topicPoints[n] = (this.#weights.topics * n) / size;
    const own = this.#zoneHours[this.#zone.mentees[mentee] as number] as number;
    for (let zone = 0; zone < this.#zoneHours.length; zone++) {
      const hours = apart(own, this.#zoneHours[zone] as number);
      this.#zonePoints[zone] = hours < FAR_HOURS ? this.#weights.timeZone * (1 - hours / FAR_HOURS) : 0;
    }
  }

  /** Scores of a mentee with mentors `from` to `to - 1`. Twenty million times a round: everything it reads stands in locals. */
  #score(mentee: number, from: number, to: number, into: Int16Array): void {
    this.#prepare(mentee);
    const w = this.#weights;
    const topicPoints = this.#topicPoints;
    const zonePoints = this.#zonePoints;
    const common = this.#common;
    const oneWord = this.#topics.width === 1;
    const topicBits = this.#topics.mentors;
    const ownTopics = this.#topics.mentees[mentee * this.#topics.width] as number;
    const fields = this.#field.mentors;
    const ownField = valued(this.#field.mentees[mentee]);
    const industries = this.#industry.mentors;
    const ownIndustry = valued(this.#industry.mentees[mentee]);
    const cities = this.#city.mentors;
    const ownCity = valued(this.#city.mentees[mentee]);
    const zones = this.#zone.mentors;
    const interestSums = this.#interests.mentorSums;
    const ownInterests = this.#interests.menteeSums[mentee] as number;
    const ownLanguages = w.languages > 0 ? (this.#languages.menteeSizes[mentee] as number) : 0;
    for (let mentor = from; mentor < to; mentor++) {
      const topics = oneWord ? ones(ownTopics & (topicBits[mentor] as number)) : this.#topics.shared(mentee, mentor);
      let points = (topicPoints[topics] as number) + (zonePoints[zones[mentor] as number] as number);
      if (fields[mentor] === ownField) points += w.field;
      if (industries[mentor] === ownIndustry) points += w.industry;
      const both = common[mentor] as number;
      if (both > 0) points += (w.interests * both) / (ownInterests + (interestSums[mentor] as number) - both);
      if (cities[mentor] === ownCity && !differ(this.#country, mentee, mentor)) points += w.city;
      if (ownLanguages > 0) points += (w.languages * this.#languages.shared(mentee, mentor)) / ownLanguages;
      // Rounded to tenths of points; they are never below 0.
      into[mentor - from] = (points * 10 + 0.5) | 0;
    }
  }

  /** Both lists ascend, so one walk finds what stands in both. */
  #shared(mentee: number, mentor: number): number {
    const { mentees, mentors, weights } = this.#interests;
    let sum = 0;
    let m = mentors.starts[mentor] as number;
    for (let e = mentees.starts[mentee] as number; e < (mentees.starts[mentee + 1] as number); e++) {
      const word = mentees.items[e] as number;
      while (m < (mentors.starts[mentor + 1] as number) && (mentors.items[m] as number) < word) m++;
      if (m < (mentors.starts[mentor + 1] as number) && mentors.items[m] === word) sum += weights[word] as number;
    }
    return sum;
  }

  /** For all mentors at once it is quicker to go through those who have each of the mentee's interests. */
  #markShared(mentee: number, times: 0 | 1): void {
    const { mentees, havers, weights } = this.#interests;
    const common = this.#common;
    for (let e = mentees.starts[mentee] as number; e < (mentees.starts[mentee + 1] as number); e++) {
      const word = mentees.items[e] as number;
      const weight = weights[word] as number;
      for (let at = havers.starts[word] as number; at < (havers.starts[word + 1] as number); at++) {
        const mentor = havers.items[at] as number;
        common[mentor] = times === 0 ? 0 : (common[mentor] as number) + weight;
      }
    }
  }
}

/** A word's number, or one that no word has where nothing was answered. */
const valued = (word: number | undefined): number => word || -1;
const differ = ({ mentors, mentees }: Coded, mentee: number, mentor: number): boolean =>
  mentees[mentee] !== 0 && mentors[mentor] !== 0 && mentees[mentee] !== mentors[mentor];

/** Hours between two clocks, around the globe the short way; NaN, which is below nothing, if one is unknown. */
function apart(a: number, b: number): number {
  const hours = Math.abs(a - b) % 24;
  return hours > 12 ? 24 - hours : hours;
}

/** Of numbers 0 or more; too many for the arguments of Math.max. */
const greatest = (...arrays: readonly Int32Array[]): number =>
  arrays.reduce((most, numbers) => numbers.reduce((a, b) => (b > a ? b : a), most), 0);
