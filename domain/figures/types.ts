import type { Instant } from '../calendar/index.ts';

/** What the sections count from: stages, results and counts of one season. No names, no texts, no ids of people. */
export interface SeasonFacts {
  readonly stage: string;
  readonly now: Instant;
  readonly mentors: readonly PersonFacts[];
  readonly mentees: readonly PersonFacts[];
  readonly pairs: readonly PairFacts[];
  /** Mentees who ranked mentors, and what came of it. */
  readonly choosing: readonly ChoosingFacts[];
  /** Mentors who may have mentees: open pairs and places offered. */
  readonly loads: readonly { readonly pairs: number; readonly places: number }[];
  readonly checks: readonly CheckFacts[];
  readonly surveys: readonly SurveyFacts[];
  /** Training sessions that are still to come, of the whole programme. */
  readonly sessionsAhead: number;
  readonly openCases: number;
  /** Status of each letter to people of the season; subjects merged into one letter count once. */
  readonly letters: readonly string[];
}
export interface PersonFacts {
  readonly stage: string;
  readonly attended: boolean;
  /** Has a booking of a session to come. */
  readonly booked: boolean;
}
export interface PairFacts {
  readonly stage: string;
  readonly started: boolean;
}
export interface ChoosingFacts {
  readonly school: string;
  readonly year: string;
  readonly languages: readonly string[];
  readonly matched: boolean;
  /** Place of their mentor in their ranking, 1 the best. */
  readonly rank: number | undefined;
}
export interface CheckFacts {
  /** Number of the pair within the season, to count pairs and not checks. */
  readonly pair: number;
  readonly answers: number;
  readonly result: string;
}
export interface SurveyFacts {
  readonly kind: string;
  readonly works: number | undefined;
  readonly goals: number | undefined;
  readonly recommend: number | undefined;
}

/** One number with what it means. */
export interface Figure {
  /** Names its row for ever, so it holds no number and no date. */
  readonly key: string;
  readonly measure: string;
  readonly value: number | string;
  readonly definition: string;
  /** How many people, pairs or answers stand behind it; absent where it counts nobody. */
  readonly group?: number;
  /** Key of the figure that this one and its like add up to: they hide each other, so that none can be worked out. */
  readonly partOf?: string;
}

/** A part of the Dashboard: pure, over the facts of a season. */
export interface Section {
  readonly title: string;
  readonly figures: (facts: SeasonFacts) => readonly Figure[];
}
