import type { Mailing } from './document/types.ts';
import { paragraphsOf } from './rules/paragraphs.ts';
import { count, wrap } from './text.ts';

/** Sizes of a mailing as the rules count them, for whoever is still writing. */
export interface Counts {
  /** Characters of the subject (R4). */
  readonly subject: number;
  /** Lines of each paragraph, wrapped (R6, R7). */
  readonly paragraphs: readonly number[];
  /** Rows of the largest table, the header included; 0 without one (R10). */
  readonly rows: number;
}

/** @param lineLongest characters of a line */
export const countsOf = (mailing: Mailing, lineLongest: number): Counts => ({
  subject: count(mailing.fields.subject.text.trim()),
  paragraphs: paragraphsOf(mailing).map(({ text }) => wrap(text, lineLongest).lines),
  rows: Math.max(0, ...mailing.tables.map(({ rows }) => rows)),
});
