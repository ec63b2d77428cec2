import type { Instant } from '../calendar/index.ts';
import type { Code } from '../messages.ts';
import type { LetterKey } from './catalogue.ts';

/** What a process orders: which letter, to whom, about which row. Names, addresses and texts are added when it is sent. */
export interface LetterOrder {
  readonly key: LetterKey;
  /** Row ID of the person, or of the member of staff. */
  readonly to: string;
  /** Row ID of what it is about. */
  readonly about: string;
  /** Names the step within the process; with key, to and about it makes the letter's business key. */
  readonly step: string;
  /** Nearest date in it; merged letters are ordered by it. */
  readonly due?: Instant;
  /** When its links stop working. */
  readonly expires: Instant;
  /** Codes for slots and links, such as the month of a check. */
  readonly data?: Readonly<Record<string, Code>>;
}

/** The business key of a letter: the same step never writes twice to the same person. */
export const letterKey = (order: LetterOrder): string => `${order.key}/${order.about}/${order.step}/${order.to}`;
