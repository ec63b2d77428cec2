import type { CivilDate, Instant } from '../../calendar/index.ts';
import type { WaitingLetter } from '../../letters/index.ts';
import type { Effects, Memory } from '../../process/index.ts';

export type Role = 'mentor' | 'mentee';

/** A training session that this person may book, as facts. */
export interface Session {
  readonly id: string;
  readonly at: Instant;
  readonly ends: Instant;
  readonly free: number | null;
  readonly complete: boolean;
}
export interface Booking {
  readonly id: string;
  readonly session: string;
  readonly attended: boolean;
  readonly state: string;
}

/** An award that staff chose for a mentor, by named people (M30, P9). */
export interface Award {
  readonly id: string;
  readonly season: string;
  readonly months: number;
  readonly announced: boolean;
}

/** What a mentor has done in a season, for the certificate and the Awards tab (M30). */
export interface Merits {
  readonly months: number;
  readonly pairs: number;
  readonly completed: number;
  readonly perPair: Readonly<Record<string, number>>;
}

export interface ParticipantMemory extends Memory {
  readonly version: 1;
  /** Training counts until then (Q24). */
  readonly validUntil?: CivilDate;
  /** Pairs that take a place of this person: this run is the only authority over them. */
  readonly places: Readonly<Record<string, 'reserved' | 'held' | 'active'>>;
  readonly silentRequests: number;
  readonly merits: Readonly<Record<string, Merits>>;
  /** Missing answers as last told. */
  readonly told?: string;
  readonly round?: { readonly n: number; readonly closes: Instant; readonly chosen: boolean };
  readonly pending?: { readonly decision: string };
  /** Doubts that staff settled by confirming the person; they are not raised again. */
  readonly confirmed?: readonly string[];
  /** Fingerprint of the address confirmed from the one before it. */
  readonly address?: string;
  /** Fingerprint of the address that the person was asked to confirm. */
  readonly addressAsked?: string;
  /** Sessions this person was invited to. */
  readonly invited?: readonly string[];
  /** The session booked, and when it was to begin as last told. */
  readonly booked?: { readonly session: string; readonly at: Instant };
  /** How many calendar files went; numbers them, so that calendars know the newest (RFC 5545 §3.8.7.4). */
  readonly calendar?: number;
  /** Stage before the pair that is being asked, to go back to when its place is given back. */
  readonly before?: string;
  /** Rounds of this season that ended without a match: priority in the next one. */
  readonly waits?: number;
  /** Season and round after which this person last waited, as `2026-autumn/2`. */
  readonly waitedIn?: string;
  readonly open: Readonly<Record<string, string>>;
}

/** A row of Mentors or Mentees as the process sees it. */
export interface ParticipantFacts {
  readonly id: string;
  readonly role: Role;
  readonly season: string;
  /** Run of the season; empty while no row of Seasons has this name. */
  readonly cohort: string;
  readonly stage: string;
  readonly decision: string;
  readonly memory: ParticipantMemory | undefined;
  readonly inSheet: boolean;
  /** Letters that wait for this person's next slot. */
  readonly waiting: readonly WaitingLetter[];
  /** Keys of required answers that are missing or refused. */
  readonly missing: readonly string[];
  /** The register or the mail domain shows the role, or staff ticked it. */
  readonly recognised: boolean;
  /** Another row of the same role with the same address. */
  readonly duplicate: boolean;
  /** Keys of later answers that cannot be read. */
  readonly unread: readonly string[];
  /** Fingerprint of an address from the form that is not confirmed; empty when there is none. */
  readonly newAddress: string;
  readonly capacity: number;
  readonly offsetMinutes: number;
  readonly sessions: readonly Session[];
  readonly bookings: readonly Booking[];
  readonly seasonEnds: CivilDate | '';
  /** The season that runs now, if this person's own is over. */
  readonly next?: { readonly season: string; readonly cohort: string; readonly seasonEnds: CivilDate | '' };
  /** Awards that are decided, by whom stands in the row. */
  readonly awards: readonly Award[];
}

export type PersonEffects = Effects<ParticipantMemory>;
export interface Person {
  readonly facts: ParticipantFacts;
  readonly out: PersonEffects;
}

export const emptyParticipantMemory = (): ParticipantMemory => ({
  version: 1,
  timers: {},
  places: {},
  silentRequests: 0,
  merits: {},
  open: {},
});
