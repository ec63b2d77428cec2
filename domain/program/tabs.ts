import { OWN_WORDS } from './tabs-letters.ts';
import * as mailings from './tabs-mailings.ts';
import * as others from './tabs-others.ts';
import * as programme from './tabs-programme.ts';
import type { CellOf, Tab, Workbook } from './types.ts';

/** Every tab of every workbook, in the order staff see them. */
export const TABS = {
  needs: programme.NEEDS,
  mentors: programme.MENTORS,
  mentees: programme.MENTEES,
  matches: programme.MATCHES,
  checkIns: programme.CHECK_INS,
  training: programme.TRAINING,
  attendance: programme.ATTENDANCE,
  choices: programme.CHOICES,
  consents: programme.CONSENTS,
  awards: programme.AWARDS,
  seasons: programme.SEASONS,
  staff: programme.STAFF,
  settings: programme.SETTINGS_TAB,
  holidays: programme.HOLIDAYS,
  ownWords: OWN_WORDS,
  history: programme.HISTORY,
  mailLog: programme.MAIL_LOG,
  cases: others.CASES,
  concerns: others.CONCERNS,
  evaluations: others.EVALUATIONS,
  mailings: mailings.MAILINGS,
  alumni: others.ALUMNI,
  units: mailings.UNITS_TAB,
  lists: mailings.LISTS,
  suppressed: mailings.SUPPRESSED,
  forceMajeure: mailings.FORCE_MAJEURE,
  dashboard: others.DASHBOARD,
} as const satisfies Record<string, Tab>;

export type TabKey = keyof typeof TABS;
export const TAB_KEYS = Object.keys(TABS) as readonly TabKey[];

/** Column keys of a tab. */
export type ColumnKey<T extends TabKey> = keyof (typeof TABS)[T]['columns'] & string;
/** The cells of a row, parsed. */
export type Cells<T extends TabKey> = {
  readonly [C in ColumnKey<T>]: CellOf<(typeof TABS)[T]['columns'][C] & import('./types.ts').Column>;
};

export const WORKBOOKS = {
  programme: { title: 'Mentorship programme', readers: 'Coordinators' },
  restricted: { title: 'Mentorship restricted', readers: 'Case officers' },
  mailings: { title: 'Alumni mailings', readers: 'Moderators and the Center' },
  figures: { title: 'Mentorship figures', readers: 'Anyone the Center chooses' },
} as const satisfies Record<Workbook, { title: string; readers: string }>;

/** A tab by its key, with the declaration's general type. */
export const tabOf = (key: TabKey): Tab => TABS[key];
export const tabsOf = (workbook: Workbook): readonly TabKey[] =>
  TAB_KEYS.filter((key) => TABS[key].workbook === workbook);

/** The tab an ID belongs to, by its prefix; undefined for anything that is no ID. */
export const tabOfId = (id: string): TabKey | undefined => {
  const prefix = /^([A-Z]{2})-/.exec(id)?.[1];
  return TAB_KEYS.find((key) => TABS[key].prefix === prefix);
};
