import { bestOf } from './best.ts';
import type { Standing } from './standing.ts';
import type { Change, Counter, Mentee, Way, WhyCode } from './types.ts';

/** More would not be read. */
const MOST = 3;

/** A result as far as explaining it needs it. */
export interface Outcome {
  readonly way: Way;
  readonly fill: boolean;
  /** The entry by which each mentee is matched, or -1. */
  readonly entryOf: Int32Array;
  /** Places still free at each mentor. */
  readonly left: Int32Array;
  /** For each mentee, mentors at whom one more place would help; only in a stable result. */
  readonly helped: readonly (readonly number[])[];
}

/** Tells staff why each result is as it is, and what would change it. */
export class Explainer {
  readonly #standing: Standing;
  readonly #outcome: Outcome;
  readonly #row: Int16Array;
  readonly #found = new Int32Array(MOST);
  /** Of each mentor, the kept entry that stands last in their order, or -1. */
  readonly #last: Int32Array;

  constructor(standing: Standing, outcome: Outcome) {
    this.#standing = standing;
    this.#outcome = outcome;
    this.#row = new Int16Array(standing.mentors.length);
    this.#last = new Int32Array(standing.mentors.length).fill(-1);
    const { places, rankings } = standing;
    for (const entry of outcome.entryOf) {
      if (entry === -1) continue;
      const mentor = rankings.items[entry] as number;
      const last = this.#last[mentor] as number;
      if (last === -1 || (places[last] as number) < (places[entry] as number)) this.#last[mentor] = entry;
    }
  }

  /** What speaks against a mentee's pair: nothing for a first choice. */
  counter(mentee: number, mentor: number): Counter[] {
    const { rankings, mentees } = this.#standing;
    const own = (mentees[mentee] as Mentee).choices;
    const excluded = own
      .slice(0, place(own, this.#id(mentor)))
      .filter((id) => !this.#standing.isAllowed(mentee, this.#standing.mentor(id)))
      .map((id): Counter => ({ code: 'excluded', values: [id] }));
    const better: Counter[] = [];
    for (let entry = rankings.starts[mentee] as number; entry < (rankings.starts[mentee + 1] as number); entry++) {
      if (rankings.items[entry] === mentor) break;
      better.push(this.#refusal(entry));
    }
    const chosen: Counter[] = own.includes(this.#id(mentor)) ? [] : [{ code: 'not-chosen', values: [] }];
    return [...chosen, ...[...better, ...excluded].slice(0, MOST)];
  }

  /** One more place where a mentee would rather be. */
  betterBy(mentee: number): Change[] {
    const mentors = this.#outcome.helped[mentee] ?? [];
    return mentors.length === 0 ? [] : [{ code: 'one-more-place', values: this.#named(mentors, mentee) }];
  }

  /** Which limit left a mentee without a mentor: the mentors they chose or, where all may be proposed, those with room. */
  why(mentee: number): WhyCode {
    const { rankings, mentees, scores } = this.#standing;
    const { choices } = mentees[mentee] as Mentee;
    const cannotTalk = (mentors: readonly number[]): boolean =>
      mentors.length > 0 && mentors.every((mentor) => !scores.canTalk(mentee, mentor));
    if (choices.length === 0) {
      if (!this.#outcome.fill) return 'no-ranking';
      return cannotTalk(this.#withRoom()) ? 'no-shared-language' : 'no-places-left';
    }
    if ((rankings.starts[mentee] as number) < (rankings.starts[mentee + 1] as number)) return 'choices-full';
    return cannotTalk(choices.map(this.#standing.mentor)) ? 'no-shared-language' : 'choices-excluded';
  }

  /** What would give an unmatched mentee a mentor, nearest at hand first. */
  change(mentee: number, why: WhyCode): Change[] {
    const changes = this.betterBy(mentee);
    const row = this.#row;
    this.#standing.row(mentee, row);
    for (let mentor = 0; mentor < row.length; mentor++) if (this.#outcome.left[mentor] === 0) row[mentor] = -1;
    const count = bestOf(row, MOST, this.#found);
    if (count > 0)
      changes.push({ code: 'choose', values: [...this.#found.subarray(0, count)].map((n) => this.#id(n)) });
    if (why === 'no-shared-language') {
      const languages = this.#languages(mentee);
      if (languages.length > 0) changes.push({ code: 'language', values: languages });
    }
    return changes.length > 0 ? changes : [{ code: 'more-places', values: [] }];
  }

  #refusal(entry: number): Counter {
    const { rankings, wishes, waited, menteeOf, entryScores, places, room } = this.#standing;
    const mentor = rankings.items[entry] as number;
    const values = [this.#id(mentor)];
    if (room[mentor] === 0) return { code: 'fixed', values };
    const last = this.#last[mentor] as number;
    if (last === -1 || (places[last] as number) > (places[entry] as number)) return { code: 'sum', values };
    if (wishes[last] !== wishes[entry]) return { code: 'list', values };
    if (waited[menteeOf[last] as number] !== waited[menteeOf[entry] as number]) return { code: 'waited', values };
    if (entryScores[last] === entryScores[entry]) return { code: 'lot', values };
    return { code: 'score', values: [...values, points(entryScores[last]), points(entryScores[entry])] };
  }

  #withRoom(): number[] {
    return [...this.#outcome.left.keys()].filter((mentor) => (this.#outcome.left[mentor] as number) > 0);
  }

  /** What the mentors in question speak, most of them first. */
  #languages(mentee: number): string[] {
    const { mentees, mentors } = this.#standing;
    const { choices } = mentees[mentee] as Mentee;
    const inQuestion = choices.length > 0 ? choices.map(this.#standing.mentor) : this.#withRoom();
    const speakers = new Map<string, number>();
    for (const mentor of inQuestion)
      for (const language of new Set(mentors[mentor]?.languages.map((text) => text.trim())))
        speakers.set(language, (speakers.get(language) ?? 0) + 1);
    return [...speakers]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .slice(0, MOST)
      .map(([language]) => language);
  }

  /** Mentors by ID, a mentee's own choices first and in their order. */
  #named(mentors: readonly number[], mentee: number): string[] {
    const { choices } = this.#standing.mentees[mentee] as Mentee;
    return mentors
      .map((mentor) => this.#id(mentor))
      .sort((a, b) => place(choices, a) - place(choices, b) || (a < b ? -1 : 1))
      .slice(0, MOST);
  }

  #id(mentor: number): string {
    return this.#standing.mentors[mentor]?.id ?? '';
  }
}

const place = (list: readonly string[], id: string): number => {
  const at = list.indexOf(id);
  return at === -1 ? list.length : at;
};
const points = (tenths: number | undefined): string => ((tenths ?? 0) / 10).toFixed(1);
