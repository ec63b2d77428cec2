import type { CivilDate } from './instants.ts';
import type { Holidays } from './working-days.ts';

/** A row of the Holidays tab: a day off on a weekday, or a weekend day that is worked. */
export interface HolidayRow {
  readonly date: CivilDate;
  readonly kind: 'Day off' | 'Working day';
  readonly name: string;
  /** Where it was announced. */
  readonly source: string;
}

const off = (date: string, name: string, source: string): HolidayRow => ({ date, kind: 'Day off', name, source });

const LAW = 'Law on Holidays, Art. 5: a holiday on a weekend moves to the next working day';
const OFFICIAL_2025 = 'Official calendar of 2025';
const OFFICIAL_2026 = 'Official calendar of 2026, as changed after the referendum of 15 March';
const BY_RULE_2027 = 'By rule; to be confirmed when the calendar of 2027 is published';

/** First day the shipped table speaks about. */
export const KAZAKHSTAN_SINCE: CivilDate = '2025-01-01';

/**
 * Kazakhstan's days off on weekdays and worked weekend days, 2025 to 2027, for a five-day week (Q9). The Holidays tab begins
 * with these rows; from then on staff keep the tab, and processes read nothing but the tab.
 */
export const KAZAKHSTAN: readonly HolidayRow[] = [
  off('2025-01-01', 'New Year', OFFICIAL_2025),
  off('2025-01-02', 'New Year', OFFICIAL_2025),
  off('2025-01-03', 'Moved from 5 January', 'Government decree'),
  { date: '2025-01-05', kind: 'Working day', name: 'Worked for 3 January', source: 'Government decree' },
  off('2025-01-07', 'Orthodox Christmas', OFFICIAL_2025),
  off('2025-03-10', "Women's Day, moved", LAW),
  off('2025-03-21', 'Nauryz', OFFICIAL_2025),
  off('2025-03-24', 'Nauryz, moved', LAW),
  off('2025-03-25', 'Nauryz, moved', LAW),
  off('2025-05-01', 'Unity Day', OFFICIAL_2025),
  off('2025-05-07', "Defender's Day", OFFICIAL_2025),
  off('2025-05-09', 'Victory Day', OFFICIAL_2025),
  off('2025-06-06', 'Kurban Ait', OFFICIAL_2025),
  off('2025-07-07', 'Capital Day, moved', LAW),
  off('2025-09-01', 'Constitution Day, moved', LAW),
  off('2025-10-27', 'Republic Day, moved', LAW),
  off('2025-12-16', 'Independence Day', OFFICIAL_2025),
  off('2026-01-01', 'New Year', OFFICIAL_2026),
  off('2026-01-02', 'New Year', OFFICIAL_2026),
  off('2026-01-07', 'Orthodox Christmas', OFFICIAL_2026),
  off('2026-03-09', "Women's Day, moved", LAW),
  off('2026-03-23', 'Nauryz', OFFICIAL_2026),
  off('2026-03-24', 'Nauryz, moved', LAW),
  off('2026-03-25', 'Nauryz, moved', LAW),
  off('2026-05-01', 'Unity Day', OFFICIAL_2026),
  off('2026-05-07', "Defender's Day", OFFICIAL_2026),
  off('2026-05-11', 'Victory Day, moved', LAW),
  off('2026-05-27', 'Kurban Ait', OFFICIAL_2026),
  off('2026-07-06', 'Capital Day', OFFICIAL_2026),
  off('2026-10-26', 'Republic Day, moved', LAW),
  off('2026-12-16', 'Independence Day', OFFICIAL_2026),
  off('2027-01-01', 'New Year', BY_RULE_2027),
  off('2027-01-04', 'New Year, moved', BY_RULE_2027),
  off('2027-01-07', 'Orthodox Christmas', BY_RULE_2027),
  off('2027-03-08', "Women's Day", BY_RULE_2027),
  off('2027-03-15', 'Constitution Day', BY_RULE_2027),
  off('2027-03-22', 'Nauryz', BY_RULE_2027),
  off('2027-03-23', 'Nauryz', BY_RULE_2027),
  off('2027-03-24', 'Nauryz, moved', BY_RULE_2027),
  off('2027-05-03', 'Unity Day, moved', BY_RULE_2027),
  off('2027-05-07', "Defender's Day", BY_RULE_2027),
  off('2027-05-10', 'Victory Day, moved', BY_RULE_2027),
  off('2027-07-06', 'Capital Day', BY_RULE_2027),
  off('2027-10-25', 'Republic Day', BY_RULE_2027),
  off('2027-12-16', 'Independence Day', BY_RULE_2027),
];

/** Rows of the Holidays tab as the calendar wants them. */
export const holidaysOf = (
  rows: readonly Pick<HolidayRow, 'date' | 'kind'>[],
  confirmedUntil: CivilDate,
): Holidays => ({
  confirmedUntil,
  daysOff: rows.filter(({ kind }) => kind === 'Day off').map(({ date }) => date),
  workingDays: rows.filter(({ kind }) => kind === 'Working day').map(({ date }) => date),
});
