import type { CivilDate, Instant } from '../../calendar/index.ts';
import type { Change, Counter, Unmatched, Way } from '../../matching/index.ts';
import type { Effects, Memory } from '../../process/index.ts';

export interface Proposal {
  readonly mentee: string;
  readonly mentor: string;
  /** 0 to 100; absent for a next choice. */
  readonly score?: number;
  /** What speaks against it and what would change it, in codes. */
  readonly against?: readonly (Counter | Change)[];
}
/** What matching found, computed in an activity over names and interests that stay there. */
export interface Matching {
  readonly way: Way;
  readonly pairs: readonly Proposal[];
  readonly unmatched: readonly Unmatched[];
  /** Proposals that stand already and are found again; drawn ones that are not. */
  readonly kept: number;
  readonly stale: readonly string[];
  /** The figures of both ways, for staff. */
  readonly ways: string;
}
/** What matching is asked for. */
export interface MatchingOrder {
  /** Instead of the way in Settings. */
  readonly way?: Way;
  /** Draw proposals of this round anew that staff have not touched. */
  readonly again: boolean;
}

export interface CohortFacts {
  readonly id: string;
  /** The name that all rows of the season carry. */
  readonly name: string;
  /** The name as it stands in the row now. */
  readonly typedName: string;
  readonly stage: string;
  readonly decision: string;
  readonly opensOn: CivilDate | '';
  readonly closesOn: CivilDate | '';
  readonly endsOn: CivilDate | '';
  readonly memory: CohortMemory | undefined;
  readonly inSheet: boolean;
  /** Mentees who may choose now: eligible or waiting, without a pair. */
  readonly choosers: readonly string[];
  /** Mentors with room, and how much. */
  readonly room: Readonly<Record<string, number>>;
  /** Last ranking of each mentee. */
  readonly rankings: Readonly<Record<string, readonly string[]>>;
  /** Pairs of this season that are not over, at Proposed and in all. */
  readonly proposed: readonly string[];
  readonly openPairs: number;
  /** Those at Proposed that matching drew and staff have neither decided nor changed. */
  readonly drawn: readonly { readonly id: string; readonly mentee: string; readonly mentor: string }[];
  /** People who applied while there was no season. */
  readonly unassigned: readonly string[];
  /** Everybody of the season, and pairs ever tried as `mentee/mentor`. */
  readonly people: readonly string[];
  readonly tried: readonly string[];
  readonly numbers: string;
}

export interface CohortMemory extends Memory {
  readonly version: 1;
  /** The name the season began with. */
  readonly name?: string;
  readonly round: number;
  readonly closes?: Instant;
  /** The way this round was last matched. */
  readonly way?: Way;
  /** How often this round was drawn anew. */
  readonly draw?: number;
  /** Who ranked and has no proposal, with the reason: they hear it once staff have had time to choose another way. */
  readonly left?: Readonly<Record<string, Left>>;
  /** Somebody approved a pair of this round: lower choices are covered. */
  readonly pending?: { readonly decision: string };
  readonly open: Readonly<Record<string, string>>;
}

/** Why somebody has no proposal, and IDs of mentors who would fit, with spaces between. */
export interface Left {
  readonly why: string;
  readonly suggest: string;
}

export type Cohort = { readonly facts: CohortFacts; readonly out: Effects<CohortMemory> };
