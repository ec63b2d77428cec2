import { fromRunId } from '../../domain/messages.ts';
import type { TabKey } from '../../domain/program/index.ts';
import type { ShownRow, StaffHand } from './index.ts';

/** What a run stands for, as its row says it: who, and what comes next. Undefined for a run without a row. */
export function standsFor(hand: StaffHand, run: string): string | undefined {
  const { name, key } = fromRunId(run);
  const row = (tab: TabKey): ShownRow | undefined => hand.rows(tab).find((each) => each.id === key);
  switch (name) {
    case 'participant':
      return key.startsWith('MR-') ? said('the mentor', row('mentors')) : said('the mentee', row('mentees'));
    case 'mentorship': {
      const pair = row('matches');
      return pair && `the pair ${pair.menteeName} and ${pair.mentorName}${stepOf(pair)}`;
    }
    case 'cohort':
      return said('the season', row('seasons'));
    case 'case':
      return `the case ${key}`;
    default:
      return undefined;
  }
}

const said = (what: string, row: ShownRow | undefined): string | undefined =>
  row && `${what} ${row.name}${stepOf(row)}`;
const stepOf = (row: ShownRow): string => (row.nextStep ? `. ${row.nextStep}` : '');
