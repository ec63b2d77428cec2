import { DEFAULT_SETTINGS, fingerprint, SETTINGS, type SettingKey, type Settings } from '../../program/index.ts';

/** The rules a mailing is judged by, with the place each has in the sources. R19 to R28 bind the request rather than its text. */
export const CLAUSES = {
  R1: 'Appendix 1, section 1',
  R2: 'Appendix 1, section 2',
  R3: 'Appendix 1, section 2',
  R4: 'Appendix 1, section 2',
  R5: 'Appendix 1, section 2',
  R6: 'Appendix 1, section 2',
  R7: 'Appendix 1, section 2',
  R8: 'Appendix 1, section 2',
  R9: 'Appendix 1, section 2',
  R10: 'Appendix 1, section 2',
  R11: 'Appendix 1, section 2',
  R12: 'Appendix 1, section 2',
  R13: 'Appendix 1, section 2',
  R14: 'Appendix 1, section 2',
  R15: 'Appendix 1, section 2',
  R16: 'Appendix 1, section 2',
  R17: 'Appendix 1, section 2',
  R18: 'Appendix 1, section 2',
  R19: 'Appendix 1, section 3.1',
  R20: 'Appendix 1, section 3.1',
  R24: 'Appendix 1, section 4.1',
  R25: 'Appendix 1, section 4.1',
  R27: 'Appendix 1, section 4.3',
  R28: 'Appendix 1, section 4.4',
  P15: 'Policy, section 5.11',
} as const;
export type RuleId = keyof typeof CLAUSES;
export const RULE_IDS = Object.keys(CLAUSES) as readonly RuleId[];

export type Severity = 'error' | 'warning';
/** How strictly staff have a rule judged: as it says, never more than a warning, or not at all. */
export type Strictness = Severity | 'off';

/** What of the Settings the rules look at. */
const JUDGED = [
  'subjectLongest',
  'paragraphsMost',
  'linesMost',
  'lineLongest',
  'lineReading',
  'tablesMost',
  'tableRowsMost',
  'picturesMost',
  'pictureWidth',
  'pictureHeight',
  'brandColours',
  'boldMost',
  'fontLargest',
  'capitalsFrom',
  'abbreviations',
  'titleMost',
  'sendEarliest',
  'sendLatest',
  'handInSafe',
  'handInLast',
] as const satisfies readonly SettingKey[];

export type Limits = Pick<Settings, (typeof JUDGED)[number]>;
export interface RuleSet {
  /** The name staff gave the rules in Settings; with a mark of its own when a number was changed without a new name (P16). */
  readonly version: string;
  readonly limits: Limits;
  readonly strictness: Readonly<Record<RuleId, Strictness>>;
  readonly abbreviations: ReadonlySet<string>;
  readonly brandColours: ReadonlySet<string>;
}

const words = (text: string): string[] => text.split(/[,;\s]+/).filter(Boolean);
const KEYS: readonly SettingKey[] = [...JUDGED, ...RULE_IDS.map((id) => `rule${id}` as const)];

/** The rules in force under some settings. */
export function ruleSet(settings: Settings = DEFAULT_SETTINGS): RuleSet {
  const changed = KEYS.filter((key) => settings[key] !== SETTINGS[key].value);
  const mark =
    changed.length === 0
      ? ''
      : `+${fingerprint(JSON.stringify(changed.map((key) => [key, settings[key]]))).slice(0, 4)}`;
  return {
    version: `${settings.mailingRules}${mark}`,
    limits: settings,
    strictness: Object.fromEntries(RULE_IDS.map((id) => [id, settings[`rule${id}`]])) as Record<RuleId, Strictness>,
    abbreviations: new Set(words(settings.abbreviations)),
    brandColours: new Set(words(settings.brandColours.toLowerCase())),
  };
}
