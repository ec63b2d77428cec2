import { fromRunId, type WorkflowName } from '../../domain/messages.ts';
import { type TabKey, tabOf, WORKBOOKS, type Workbook } from '../../domain/program/index.ts';
import type { ShownRow, StaffHand } from './index.ts';

/** What a run stands for and what comes next there, as its row says it. */
export function standsFor(hand: StaffHand, run: string): string {
  const next = fromRunId(run).name === 'desk' ? '' : rowOf(hand, run)?.nextStep;
  return next ? `${nameOf(hand, run)}. ${next}` : nameOf(hand, run);
}

/** Whom or what a run stands for, by the name in its row; by its ID while nobody can read that. */
export function nameOf(hand: StaffHand, run: string): string {
  const { name, key } = fromRunId(run);
  const row = rowOf(hand, run);
  switch (name) {
    case 'participant':
      return `the ${key.startsWith('MR-') ? 'mentor' : 'mentee'} ${row?.name || key}`;
    case 'mentorship':
      return row?.menteeName && row.mentorName ? `the pair ${row.menteeName} and ${row.mentorName}` : `the pair ${key}`;
    case 'cohort':
      return `the season ${row?.name || key}`;
    case 'case':
      return `the case ${key}`;
    case 'mailing':
      return `the mailing ${row?.subject ? `“${row.subject}”` : key}`;
    case 'delivery':
      return `the sending of the mailing ${row?.subject ? `“${row.subject}”` : key}`;
    case 'desk':
      return 'the letter of the day to staff';
    case 'intake':
      return 'the reading of the forms';
    case 'sync':
      return `the reading of what staff typed into “${WORKBOOKS[key as Workbook]?.title ?? key}”`;
    default:
      return run;
  }
}

const TABS_OF: Partial<Readonly<Record<WorkflowName, TabKey>>> = {
  mentorship: 'matches',
  cohort: 'seasons',
  mailing: 'mailings',
  delivery: 'mailings',
};

function rowOf(hand: StaffHand, run: string): ShownRow | undefined {
  const { name, key } = fromRunId(run);
  const tab = name === 'participant' ? (key.startsWith('MR-') ? 'mentors' : 'mentees') : TABS_OF[name];
  if (!tab) return undefined;
  try {
    return hand.rows(tab).find((row) => row.id === key);
  } catch (error) {
    // The tab was deleted: the clock must go on saying what it waits for, perhaps for this very tab.
    console.error(`${tabOf(tab).title} cannot be read to name ${run}:`, error);
    return undefined;
  }
}
