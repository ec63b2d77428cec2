import type { CivilDate, Holidays } from '../../calendar/index.ts';
import type { Direction } from '../../program/index.ts';
import type { Unit } from '../units.ts';
import type { SendingWindow } from '../window.ts';
import type { Mailing, Picture } from './document/types.ts';
import type { RuleId, RuleSet, Severity } from './rule-set.ts';
import type { FindingCode } from './words/index.ts';

/** What was measured of a picture when it was uploaded; `type` as image-size names it. */
export interface Measured {
  readonly width: number;
  readonly height: number;
  readonly type: string;
}
/** The bytes of a picture that is part of the mailing, what was measured of them, or why there are none. */
export type PictureBytes = (picture: Picture) => Uint8Array | Measured | 'missing';

/** Everything a rule may look at. */
export interface Judged {
  readonly mailing: Mailing;
  readonly rules: RuleSet;
  /** Undefined: the mailing names none that the regulation knows. */
  readonly direction: Direction | undefined;
  readonly unit: Unit | undefined;
  readonly eventDate: CivilDate | '';
  readonly sendOn: CivilDate | '';
  /** Null: there is none. `unknown`: it lies beyond the confirmed calendar. */
  readonly window: SendingWindow | null | 'unknown';
  readonly holidays: Holidays;
  readonly pictures: PictureBytes;
  readonly unitCodes: readonly string[];
}

/** What a rule found, before it is put into words. */
export interface Found {
  readonly code: FindingCode;
  /** Offset in the source, or null where there is no place. */
  readonly at: number | null;
  /** The offending words. */
  readonly text: string;
  readonly found: string | number | null;
  readonly allowed: string | number | null;
  /** Less than an error by itself. */
  readonly severity?: Severity;
  /** Further words of the message and the fix. */
  readonly data?: Readonly<Record<string, string | number>>;
}

export interface Rule {
  readonly id: RuleId;
  /** Binds the text of a mailing only; a news digest is exempt (R2). */
  readonly ofText?: true;
  readonly judge: (judged: Judged) => readonly Found[];
}

export const nothing: readonly Found[] = [];
