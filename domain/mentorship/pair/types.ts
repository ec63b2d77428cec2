import type { CivilDate, Instant } from '../../calendar/index.ts';
import type { Effects, Memory } from '../../process/index.ts';

export type Side = 'mentee' | 'mentor';
export const SIDES = ['mentee', 'mentor'] as const;
export const otherSide = (side: Side): Side => (side === 'mentee' ? 'mentor' : 'mentee');
export type BySide<T> = { readonly [S in Side]?: T };

/** One monthly check (M21, Q15). */
export interface Check {
  readonly asked: Instant;
  readonly mentee?: 'yes' | 'no';
  readonly mentor?: 'yes' | 'no';
  readonly channels?: readonly string[];
  readonly concern?: true;
  readonly result?: 'confirmed' | 'not confirmed' | 'open';
}

/** What a pair remembers besides its visible cells. */
export interface PairMemory extends Memory {
  readonly version: 1;
  /** The people as last acted upon; an edit of the cells is told from them. */
  readonly people: { readonly mentee: string; readonly mentor: string };
  /** The mentee ranked this mentor, or said yes when asked: nobody is matched without their will (M4). */
  readonly wanted: boolean;
  readonly confirmed: BySide<Instant>;
  readonly start?: CivilDate;
  readonly end?: CivilDate;
  /** Day whose day of the month all checks of this mentor share. */
  readonly anchor?: CivilDate;
  readonly planned: BySide<true>;
  readonly checks: Readonly<Record<string, Check>>;
  readonly surveyed: BySide<true>;
  readonly goOn: BySide<boolean>;
  readonly goals: BySide<boolean>;
  readonly extension?: { readonly to: CivilDate; readonly agreed: BySide<true> };
  /** `until`: the day it resumes by itself; `people`: who paused taking part, and must be back first. */
  readonly pause?: {
    readonly from: Instant;
    readonly until?: CivilDate;
    readonly people?: readonly string[];
    readonly timers: Memory['timers'];
  };
  /** Days of all pauses so far: later dates have moved by them. */
  readonly pausedDays?: number;
  /** The next meeting as both calendars know it; `sequence` numbers what they were told (RFC 5545). */
  readonly meeting?: {
    readonly at: Instant;
    readonly minutes: number;
    readonly sequence: number;
    readonly off?: true;
  };
  readonly silent?: { readonly by: Side; readonly at: Instant };
  /** Taken back because matching was run again, not because anybody was against it. */
  readonly redrawn?: true;
  /** Decision that waits out its grace. */
  readonly pending?: { readonly decision: string };
  /** Causes in the staff queue, by name, with the codes their words need. */
  readonly open: Readonly<Record<string, string>>;
}

/** A row of Matches as the process sees it: ids, codes, dates. */
export interface PairFacts {
  readonly id: string;
  readonly season: string;
  /** Run of the season; empty while no row of Seasons has this name. */
  readonly cohort: string;
  readonly stage: string;
  readonly mentee: string;
  readonly mentor: string;
  readonly decision: string;
  readonly newEnd: string;
  readonly memory: PairMemory | undefined;
  readonly inSheet: boolean;
  /** The mentee's ranking holds this mentor. */
  readonly ranked: boolean;
  /** Matching proposed these people; else staff typed them. */
  readonly drawn: boolean;
  /** Both rows exist and are of the right tab. */
  readonly known: boolean;
  /** Start of the oldest active pair of this mentor, if there is another one. */
  readonly oldestStart: CivilDate | '';
}

export type PairEffects = Effects<PairMemory>;
export interface Pair {
  readonly facts: PairFacts;
  readonly out: PairEffects;
}

export const emptyPairMemory = (facts: PairFacts): PairMemory => ({
  version: 1,
  timers: {},
  people: { mentee: facts.mentee, mentor: facts.mentor },
  wanted: facts.ranked,
  confirmed: {},
  planned: {},
  checks: {},
  surveyed: {},
  goOn: {},
  goals: {},
  open: {},
});

/** The person on a side, as acted upon. */
export const personOn = (pair: Pair, side: Side): string => pair.out.memory.people[side];
/** Which side a person is on. */
export const sideOf = (pair: Pair, person: string): Side | undefined =>
  SIDES.find((side) => pair.out.memory.people[side] === person);
export const participantRun = (person: string): string => `participant/${person}`;
