import type { CivilDate, Instant } from '../../calendar/index.ts';
import { Effects, type Memory, type Plan } from '../../process/index.ts';
import type { Direction } from '../../program/index.ts';
import type { Spans } from '../clock.ts';
import type { SendingWindow } from '../window.ts';

/** What the rules found, as the process may know it: which rule, how grave, and a key that stays while the same words stay. */
export interface FindingFact {
  readonly key: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning';
}

/** A row of Mailings as the process sees it: codes, dates, counts and fingerprints; never a text or an address. */
export interface MailingFacts {
  readonly id: string;
  readonly season: string;
  readonly stage: string;
  readonly inSheet: boolean;
  readonly memory: MailingMemory | undefined;
  readonly direction: Direction | '';
  /** Abbreviation of a known unit, else ''. */
  readonly unit: string;
  readonly eventDate: CivilDate | '';
  readonly wished: CivilDate | '';
  /** What keeps it from being handed in: `direction`, `unit`, `text`, `signature`, `audience`, `contact data`, `hashtag`, `poster`. */
  readonly missing: readonly string[];
  /** Of everything that was asked for but its audience: what is sent, direction, unit, dates. */
  readonly content: string;
  readonly rulesVersion: string;
  readonly findings: readonly FindingFact[];
  readonly audience: {
    readonly fingerprint: string;
    readonly count: number;
    readonly scope: 'own' | 'broad';
  };
  /** Days on which more than the allowed share of the audience would get too many mailings that week (P8), and the best day. */
  readonly overloaded: readonly CivilDate[];
  readonly suggested: CivilDate | '';
  readonly social: 'none' | 'with' | 'only';
  /** An entry of force majeure in force now, or '' (P14). */
  readonly forceMajeure: string;
  /** IDs of staff by role, deputies of those away included. */
  readonly moderators: readonly string[];
  readonly approvers: readonly string[];
  readonly officers: readonly string[];
  /** Who hears of the clock's alarm and may look. Absent in what runs read before they were named here. */
  readonly directors?: readonly string[];
  /** The initiator's ID when they are staff of the Center; else ''. */
  readonly initiator: string;
  /** Other mailings that are held for overlap, with the day they were to go out on. Absent in what runs read before there was such a list. */
  readonly held?: readonly { readonly id: string; readonly day: CivilDate }[];
  /** The sheet's dropdown: sends a page, since only a page proves who decides. */
  readonly decision: string;
}

interface Signed {
  readonly by: string;
  readonly at: Instant;
}
/** An approval or a coordination counts for exactly what was seen. */
export interface Bound extends Signed {
  readonly content: string;
  readonly audience: string;
}

export interface MailingMemory extends Memory {
  readonly version: 1;
  /** As last told to the initiator; a change of the calendar is told again. */
  readonly window?: SendingWindow;
  readonly spans: Spans;
  /** How often it was handed in; makes letters of later rounds letters of their own. */
  readonly round: number;
  /** Content and audience under moderation. */
  readonly seen?: { readonly content: string; readonly audience: string };
  readonly approval?: Bound & { readonly rulesVersion: string };
  readonly coordination?: Bound;
  /** A moderator's fix that waits for the initiator's consent: fingerprint of what it would be. */
  readonly fix?: string;
  /** By key of the finding: who called it mistaken (Q28). */
  readonly mistaken: Readonly<Record<string, readonly string[]>>;
  readonly override?: Signed & { readonly entry: string };
  /** Who let it go out in spite of the overlap, and for which week. */
  readonly overlap?: Signed & { readonly day: CivilDate };
  /** The day a moderator or the program chose. */
  readonly day?: CivilDate;
  readonly half?: true;
  readonly alarmed?: true;
  readonly breached?: Instant;
  /** The end of the window was dealt with. */
  readonly closed?: true;
  readonly social?: {
    readonly state: 'asked' | 'returned' | 'done';
    readonly due: Instant;
    /** Names this asking among others: each has letters of its own. */
    readonly step: string;
  };
  /** How often the communication officer was asked. */
  readonly asked?: number;
  readonly delivery?: {
    readonly sent: number;
    readonly failed: number;
    readonly bounced: number;
    readonly left: number;
  };
  readonly paused?: true;
}

export const emptyMailingMemory = (): MailingMemory => ({ version: 1, timers: {}, spans: [], round: 0, mistaken: {} });

export type MailingPlan = Plan<MailingMemory>;
/** What one wake of a mailing does. Letters to its initiator go to the mailing's own ID, `role:…` to all who hold a role. */
export class MailingEffects extends Effects<MailingMemory> {}

export interface Mailing {
  readonly facts: MailingFacts;
  readonly out: MailingEffects;
  readonly window: SendingWindow | null;
}

/** An override holds only while the entry of force majeure it was given under does (P14). */
export const isOverridden = ({ facts, out }: Pick<Mailing, 'facts' | 'out'>): boolean =>
  out.memory.override !== undefined && out.memory.override.entry === facts.forceMajeure;

/** Run of the delivery that belongs to a mailing. */
export const deliveryRun = (id: string): string => `delivery/${id}`;

/** Forgets parts of the memory. */
export function forget(out: MailingEffects, ...keys: (keyof MailingMemory)[]): void {
  out.memory = Object.fromEntries(
    Object.entries(out.memory).filter(([key]) => !keys.includes(key as keyof MailingMemory)),
  ) as unknown as MailingMemory;
}
