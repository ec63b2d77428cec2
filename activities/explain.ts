import {
  CHANGE_CODES,
  type Change,
  type Counter,
  describeChange,
  describeCounter,
  describeWhy,
  type Unmatched,
} from '../domain/matching/index.ts';
import { counted } from './facts/people.ts';
import type { View } from './ports.ts';

/** Puts codes of matching into words with names, for staff. Names never enter a workflow, so this happens when a row is written. */

export const nameIn =
  (view: View) =>
  (id: string): string =>
    view.row('mentors', id)?.cells.name || view.row('mentees', id)?.cells.name || id;

const isChange = (each: Counter | Change): each is Change => CHANGE_CODES.some((code) => code === each.code);

/** What speaks against a proposal and what would change it; what the mentor asks of a match stands last, for staff to weigh. */
export function againstInWords(view: View, codes: string, mentorId: string): string {
  const mentor = view.row('mentors', mentorId);
  const wishes = mentor ? counted(mentor).wishes.trim() : '';
  const all = codes ? (JSON.parse(codes) as readonly (Counter | Change)[]) : [];
  return [
    ...all.map((each) =>
      isChange(each) ? describeChange(each, 'en', nameIn(view)) : describeCounter(each, 'en', nameIn(view)),
    ),
    ...(wishes ? [`The mentor's wishes: ${wishes}`] : []),
  ].join('\n');
}

/** Which limit left a mentee without a mentor, and what would help. */
export function unmatchedInWords(view: View, codes: string): string {
  if (!codes) return '';
  const { why, change } = JSON.parse(codes) as Pick<Unmatched, 'why' | 'change'>;
  return [describeWhy(why, 'en'), ...change.map((each) => describeChange(each, 'en', nameIn(view)))].join('\n');
}
