/** What matching knows of a person. Spelling and capitals do not matter; an empty value says nothing. */
export interface Person {
  readonly id: string;
  /** Topics to talk about (M3). */
  readonly topics: readonly string[];
  readonly field: string;
  readonly industry: string;
  readonly interests: readonly string[];
  /** Languages for conversations. Nobody is paired without a common one, unless one of the two named none. */
  readonly languages: readonly string[];
  /** Hours east of Greenwich; absent if unknown. */
  readonly utcOffset?: number;
  /** City, or city and country with a comma between. */
  readonly city: string;
  /** School and year of study; only compared with what a mentor wants. */
  readonly school?: string;
  readonly year?: string;
}

/** What a mentor asks of a mentee; an empty or absent list asks nothing. Who answered nothing does not fit a list. */
export interface Wants {
  readonly schools?: readonly string[];
  readonly years?: readonly string[];
}

export interface Mentor extends Person {
  /** Mentees at most, fixed pairs included (M18, Q19): a whole number, 0 or more. */
  readonly capacity: number;
  /** IDs of mentees, best first. They come before all others, who follow by score. */
  readonly prefers?: readonly string[];
  /** Only such mentees may be proposed. */
  readonly wants?: Wants;
}

export interface Mentee extends Person {
  /** IDs of mentors, best first; nobody else is proposed, unless by `fill` (Q18). */
  readonly choices: readonly string[];
  /** Rounds that ended without a match: whoever waited longer comes first with every mentor. */
  readonly waited?: number;
}

/**
 * How rankings become pairs. `stable`: nobody would rather swap, and no ranking but the true one helps. `most`: more mentees
 * get a mentor they ranked, at the price of couples who would both rather have each other.
 */
export const WAYS = ['stable', 'most'] as const;
export type Way = (typeof WAYS)[number];

/** A mentee's and a mentor's ID, in this order. */
export type Couple = readonly [mentee: string, mentor: string];

export interface Market {
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  /** Couples that may not come about, such as pairs that failed before. */
  readonly never: readonly Couple[];
  /** Couples that stay whatever the rankings say, such as confirmed pairs. */
  readonly fixed: readonly Couple[];
  /** Instead of the default ones. */
  readonly weights?: Weights;
  /** `stable`, or `most`: as many mentees as possible with a mentor they chose. */
  readonly way?: Way;
  /** Propose mentors to those left over: as many as possible, then with the best sum of scores. */
  readonly fill?: boolean;
  /** Decides between equals; the season's name, so that luck changes from season to season. */
  readonly seed?: string;
}

export const CRITERIA = ['topics', 'field', 'industry', 'interests', 'languages', 'timeZone', 'city'] as const;
export type Criterion = (typeof CRITERIA)[number];
/** Points for each criterion, 100 in all. */
export type Weights = Readonly<Record<Criterion, number>>;

export type ReasonCode = Criterion;
/** One thing two people have in common, with what it is: the topics, the city, the hours between two time zones. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: readonly string[];
}

/** Why a mentee got no mentor: which limit was met. */
export const WHY_CODES = [
  'no-ranking',
  'no-shared-language',
  'choices-excluded',
  'choices-full',
  'no-places-left',
] as const;
export type WhyCode = (typeof WHY_CODES)[number];

/** What would change a result for one mentee. Values are IDs of mentors, or languages. */
export const CHANGE_CODES = [
  /** One more place at any one of these mentors. */
  'one-more-place',
  /** Choosing one of these, who have room. */
  'choose',
  /** Speaking one of these languages. */
  'language',
  /** A place, wherever it comes from. */
  'more-places',
] as const;
export type ChangeCode = (typeof CHANGE_CODES)[number];
export interface Change {
  readonly code: ChangeCode;
  readonly values: readonly string[];
}

/**
 * What speaks against a proposal, for staff. `not-chosen`: the mentee did not rank this mentor. The others tell why a mentor
 * whom the mentee would rather have has no place for them: by the mentor's own list, by longer waiting, by score, by lot,
 * by a better sum for all (`most`), or because fixed pairs fill the places. Values: that mentor's ID; with `score` also the
 * lowest score kept there and this mentee's.
 */
export const COUNTER_CODES = ['not-chosen', 'list', 'waited', 'score', 'lot', 'sum', 'fixed', 'excluded'] as const;
export type CounterCode = (typeof COUNTER_CODES)[number];
export interface Counter {
  readonly code: CounterCode;
  readonly values: readonly string[];
}

export interface Pair {
  readonly mentee: string;
  readonly mentor: string;
  /** The mentee's own choice, filled up by score, or fixed beforehand. */
  readonly by: 'choice' | 'fill' | 'fixed';
  /** Place of the mentor in the mentee's list, 1 the best; null if not on it. */
  readonly rank: number | null;
  /** 0 to 100. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** What speaks against it, and what would give the mentee a mentor they would rather have. */
  readonly counter: readonly Counter[];
  readonly change: readonly Change[];
}

export interface Unmatched {
  readonly mentee: string;
  readonly why: WhyCode;
  readonly change: readonly Change[];
}

/** How many mentees named a topic, how many of them have a mentor, and how many one who named it too. */
export interface TopicFigures {
  readonly mentees: number;
  readonly matched: number;
  readonly shared: number;
}

export interface Stats {
  readonly matched: number;
  readonly firstChoices: number;
  /** Over pairs with a rank; null without any. */
  readonly meanRank: number | null;
  /** Couples who would both rather have each other, counted afterwards: 0 in a stable result. */
  readonly blockingPairs: number;
  readonly byTopic: Readonly<Record<string, TopicFigures>>;
}

/** Pairs and unmatched mentees, both ordered by the mentee's ID. */
export interface Result {
  readonly pairs: readonly Pair[];
  readonly unmatched: readonly Unmatched[];
  readonly stats: Stats;
}
