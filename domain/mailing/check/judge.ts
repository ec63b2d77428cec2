import {
  CalendarUnknown,
  type CivilDate,
  type Holidays,
  KAZAKHSTAN_SINCE,
  parseCivilDate,
} from '../../calendar/index.ts';
import type { Direction } from '../../program/index.ts';
import { parseCell } from '../../program/index.ts';
import { directionRules, readDirection } from '../directions.ts';
import { findUnit, type Unit } from '../units.ts';
import { type SendingWindow, windowOf } from '../window.ts';
import { type Placer, placer } from './document/places.ts';
import type { Mailing } from './document/types.ts';
import type { Found, Judged, PictureBytes } from './rule.ts';
import { CLAUSES, type RuleId, type RuleSet, type Severity } from './rule-set.ts';
import { RULES } from './rules/index.ts';
import { type FindingCode, filled, type RuleLanguage, WORDS } from './words/index.ts';

/** A finding as data: any language can be made of it, and it keeps the rule it comes from. */
export interface Finding {
  readonly rule: RuleId;
  readonly clause: string;
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly found: string | number | null;
  readonly allowed: string | number | null;
  /** Counted from 1; null where a finding has no place. */
  readonly at: { readonly line: number; readonly column: number } | null;
  readonly text: string;
  readonly data: Readonly<Record<string, string | number>>;
}

export interface Verdict {
  /** The rules it was judged by (P16). */
  readonly rulesVersion: string;
  /** Nothing keeps it from being sent; warnings are the moderator's. */
  readonly ok: boolean;
  /** In the order of the regulation, within a rule in the order of the text. */
  readonly findings: readonly Finding[];
  readonly window: SendingWindow | null;
  readonly direction: Direction | undefined;
  readonly unit: Unit | undefined;
}

/** What a mailing is judged against besides the rules. */
export interface Surroundings {
  readonly units: readonly Unit[];
  readonly holidays: Holidays;
  readonly pictures: PictureBytes;
}

/** Of one rule no more is said than anybody reads. */
const FINDINGS_MOST = 50;

/** A mailing against every rule in force (R1 to R28 as far as a machine can tell). Pure: the same on a page, in a command and in a test. */
export function judge(mailing: Mailing, rules: RuleSet, { units, holidays, pictures }: Surroundings): Verdict {
  const direction = readDirection(mailing.fields.direction.text);
  const eventDate = dateIn(mailing.fields['event date'].text);
  const window = windowFor(direction, eventDate, rules, holidays);
  const judged: Judged = {
    mailing,
    rules,
    direction,
    unit: findUnit(mailing.fields.unit.text, units),
    eventDate,
    sendOn: dateIn(mailing.fields['send on'].text),
    window,
    holidays,
    pictures,
    unitCodes: units.map(({ code }) => code),
  };
  const exempt = direction !== undefined && directionRules(direction).exempt === true;
  const place = placer(mailing.source);
  const findings = RULES.filter((rule) => rules.strictness[rule.id] !== 'off' && !(exempt && rule.ofText)).flatMap(
    (rule) => inOrder(rule.judge(judged)).map((found) => asFinding(rule.id, found, rules, place)),
  );
  return {
    rulesVersion: rules.version,
    ok: findings.every(({ severity }) => severity === 'warning'),
    findings,
    window: window === 'unknown' ? null : window,
    direction,
    unit: judged.unit,
  };
}

const inOrder = (found: readonly Found[]): Found[] =>
  [...found].sort((a, b) => (a.at ?? -1) - (b.at ?? -1)).slice(0, FINDINGS_MOST);

function asFinding(
  rule: RuleId,
  { at, severity = 'error', data = {}, ...found }: Found,
  rules: RuleSet,
  place: Placer,
): Finding {
  return {
    rule,
    clause: CLAUSES[rule],
    severity: rules.strictness[rule] === 'warning' ? 'warning' : severity,
    ...found,
    at: at === null ? null : place(at),
    data,
  };
}

/** A date as people write it, with or without a time of day behind it; '' for anything else. */
function dateIn(text: string): CivilDate | '' {
  const day = text.trim().replace(/[T ,]+\d{1,2}[:.]\d{2}(?::\d{2})?$/, '');
  const read = parseCell({ header: '', kind: 'date', owner: 'person', help: '' }, day);
  return read.ok ? (parseCivilDate(String(read.value)) ?? '') : '';
}

/** Before the shipped table begins every weekday would look like a working day, so nothing is computed there either. */
function windowFor(
  direction: Direction | undefined,
  day: CivilDate | '',
  { limits }: RuleSet,
  holidays: Holidays,
): Judged['window'] {
  if (direction === undefined) return null;
  try {
    const window = windowOf(direction, day, limits, holidays);
    return window && window.earliest < KAZAKHSTAN_SINCE ? 'unknown' : window;
  } catch (error) {
    if (error instanceof CalendarUnknown) return 'unknown';
    throw error;
  }
}

/** What a finding says and what to do, in one language. */
export function inWords(finding: Finding, language: RuleLanguage): { readonly message: string; readonly fix: string } {
  const { found, allowed, text, data } = finding;
  const [message, fix] = WORDS[language][finding.code];
  const all = { found, allowed, text, ...data };
  return { message: filled(message, all), fix: filled(fix, all) };
}
