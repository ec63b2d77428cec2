import type { Instant } from '../../domain/calendar/index.ts';
import type { MailingFacts } from '../../domain/mailing/index.ts';
import type { CaseFacts, CohortFacts, PairFacts, ParticipantFacts } from '../../domain/mentorship/index.ts';
import { fingerprint, type TabKey } from '../../domain/program/index.ts';
import type { View } from '../ports.ts';
import { caseFacts } from './case.ts';
import { cohortFacts } from './cohort.ts';
import { mailingFacts } from './mailing.ts';
import { pairFacts } from './pair.ts';
import { participantFacts } from './participant.ts';
import { personTab } from './people.ts';

/** What each process may know of its row: ids, codes, dates and counts, read from one moment of the sheet. */
export interface FactsOf {
  readonly participant: ParticipantFacts;
  readonly mentorship: PairFacts;
  readonly cohort: CohortFacts;
  readonly case: CaseFacts;
  readonly mailing: MailingFacts;
}
export type RowProcess = keyof FactsOf;

const READERS: { readonly [P in RowProcess]: (view: View, id: string, now: Instant) => FactsOf[P] | undefined } = {
  participant: participantFacts,
  mentorship: pairFacts,
  cohort: cohortFacts,
  case: caseFacts,
  mailing: mailingFacts,
};

/** @param now by the program's clock: whether something is in force, and which days are left */
export const factsOf = <P extends RowProcess>(
  process: P,
  view: View,
  id: string,
  now: Instant,
): FactsOf[P] | undefined => READERS[process](view, id, now);

/** The tab of a process's row. */
export const rowTab = (process: RowProcess, id: string): TabKey =>
  process === 'participant' ? (personTab(id) ?? 'mentors') : TAB_OF[process];
const TAB_OF = { mentorship: 'matches', cohort: 'seasons', case: 'cases', mailing: 'mailings' } as const;

/**
 * Fingerprint of what a decision rested on. Letters that come to wait for a person change nothing but their slot, for which
 * the commit looks itself. A cohort's picture of everybody else is only advice (each place is asked for at
 * its authority), so it stays out; otherwise a busy season would decide again and again.
 */
export function seenHash(process: RowProcess, facts: FactsOf[RowProcess]): string {
  if (process === 'participant') return fingerprint(JSON.stringify({ ...facts, waiting: undefined }));
  if (process !== 'cohort') return fingerprint(JSON.stringify(facts));
  const { id, name, stage, decision, opensOn, closesOn, endsOn, memory } = facts as CohortFacts;
  return fingerprint(JSON.stringify([id, name, stage, decision, opensOn, closesOn, endsOn, memory]));
}
