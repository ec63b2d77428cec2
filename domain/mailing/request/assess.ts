import {
  addDays,
  type CivilDate,
  civilDateOf,
  type Holidays,
  type Instant,
  isWorkingDay,
} from '../../calendar/index.ts';
import { type Direction, fingerprint, type Settings } from '../../program/index.ts';
import { type Alumnus, type Audience, boxOf, chooseAudience, type Scope, scopeOf } from '../audience.ts';
import { type Finding, judge, type Mailing, type RuleSet, type Verdict } from '../check/index.ts';
import { directionRules } from '../directions.ts';
import { isOverloaded, mondayOf, type Overlap, overlapOn, type Planned, suggestedDay } from '../fatigue.ts';
import { findUnit, type Unit } from '../units.ts';
import { freeDays, type SendingWindow } from '../window.ts';
import { contentPrint, documentOf, type RequestCells, readUpload, socialOf, yearsOf } from './content.ts';

/** What a request is judged against: everything else that stands in the workbook at this moment. */
export interface Around {
  readonly now: Instant;
  readonly settings: Settings;
  readonly rules: RuleSet;
  readonly holidays: Holidays;
  readonly units: readonly (Unit & { readonly dataSubmitted: boolean })[];
  readonly alumni: readonly Alumnus[];
  /** Members of a list by its name in lower case; undefined where there is no such list. */
  readonly list: (name: string) => readonly string[] | undefined;
  /** Mailboxes that get nothing from this unit. */
  readonly suppressed: (unit: string) => {
    readonly unsubscribed: ReadonlySet<string>;
    readonly bounced: ReadonlySet<string>;
  };
  /** Every other mailing that was sent or has a day, with who gets it. Asked only when it matters. */
  readonly planned: () => readonly Planned[];
}

/** A request in all that rules, sheet, pages and process want to know of it. Holds personal data: never leaves an activity or a page. */
export interface Assessment {
  readonly id: string;
  readonly cells: RequestCells;
  readonly document: Mailing;
  readonly verdict: Verdict;
  readonly direction: Direction | '';
  /** Abbreviation of a known unit, else ''. */
  readonly unit: string;
  /** Fingerprint of what is sent. */
  readonly content: string;
  readonly window: SendingWindow | null;
  readonly audience: Audience;
  /** Fingerprint of everybody who was asked for; somebody who unsubscribes meanwhile changes nothing about an approval. */
  readonly audiencePrint: string;
  readonly scope: Scope;
  /** Working days from today on, inside the window where there is one; at most so many. */
  readonly days: readonly CivilDate[];
  /** What the week of a day looks like for its readers (P8). */
  readonly overlap: (day: CivilDate) => Overlap;
  readonly overloaded: readonly CivilDate[];
  readonly suggested: CivilDate | '';
  /** Codes of what keeps it from being handed in. */
  readonly missing: readonly Missing[];
  /** Of the audience: a list nobody knows, years nobody can read. */
  readonly problem: 'unknown list' | 'unreadable years' | undefined;
}
export type Missing =
  | 'direction'
  | 'unit'
  | 'text'
  | 'signature'
  | 'audience'
  | 'contact data'
  | 'hashtag'
  | 'poster'
  | 'event date';

/** A window without end would be one of no use; a mailing without a window is looked at for so many days. */
const DAYS_MOST = 20;

/** A key for a finding that stays while the same words stay: what was called mistaken must not come back for another place (Q28). */
export const findingKey = ({ rule, code, text, found }: Finding): string =>
  fingerprint(JSON.stringify([rule, code, text, found]));

/** Who was asked for and who gets it, whatever the rules say about the text. */
export function audienceOf(
  cells: RequestCells,
  around: Pick<Around, 'units' | 'alumni' | 'list' | 'suppressed'>,
): {
  readonly unit: Around['units'][number] | undefined;
  readonly problem: Assessment['problem'];
  readonly audience: Audience;
  /** Everybody, the unsubscribed and bounced included. */
  readonly asked: () => readonly Alumnus[];
} {
  const known = findUnit(cells.unit, around.units);
  const unit = known && around.units.find(({ code }) => code === known.code);
  const members = cells.list === '' ? undefined : around.list(cells.list.trim().toLowerCase());
  const { years, ok } = yearsOf(cells);
  const problem = cells.list !== '' && !members ? 'unknown list' : ok ? undefined : 'unreadable years';
  if (problem) return { unit, problem, audience: NOBODY, asked: () => [] };
  const wish = { schools: cells.schools, degrees: cells.degrees, years, ...(members ? { list: members } : {}) };
  const { unsubscribed, bounced } = around.suppressed(unit?.code ?? '');
  return {
    unit,
    problem,
    audience: chooseAudience(around.alumni, wish, unsubscribed, bounced),
    asked: () => chooseAudience(around.alumni, wish, NONE, NONE).recipients,
  };
}
const NONE: ReadonlySet<string> = new Set();
const NOBODY: Audience = {
  recipients: [],
  asked: 0,
  leftOut: { duplicate: 0, unsubscribed: 0, bounced: 0, 'no address': 0, unknown: 0 },
};

/** A request against everything at this moment. Pure: the same for the process, the sheet, the pages and a test. */
export function assess(id: string, cells: RequestCells, around: Around): Assessment {
  const document = documentOf(cells);
  const picture = readUpload(cells.picture);
  const judged = judge(document, around.rules, {
    units: around.units,
    holidays: around.holidays,
    pictures: ({ source }) =>
      picture && source === picture.file
        ? { width: picture.width, height: picture.height, type: kindOf(picture.type) }
        : 'missing',
  });
  const verdict = socialOf(cells) === 'only' ? ofPost(judged) : judged;
  const { unit, problem, audience, asked } = audienceOf(cells, around);
  const boxes = audience.recipients.map(boxOf);
  const today = civilDateOf(around.now);
  const days = verdict.window
    ? freeDays(verdict.window, today, around.holidays).slice(0, DAYS_MOST)
    : nextDays(today, around.holidays);
  const { mailsPerWeek, overlapMost } = around.settings;
  const weeks = new Map<CivilDate, Overlap>();
  const overlap = (day: CivilDate): Overlap => {
    const week = mondayOf(day);
    const known = weeks.get(week) ?? overlapOn(day, id, boxes, around.planned(), mailsPerWeek);
    weeks.set(week, known);
    return known;
  };
  const overloaded = days.filter((day) => isOverloaded(overlap(day), overlapMost));
  const best = overloaded.length === 0 ? undefined : suggestedDay(days, id, boxes, around.planned(), mailsPerWeek);
  return {
    id,
    cells,
    document,
    verdict,
    direction: verdict.direction ?? '',
    unit: unit?.code ?? '',
    content: contentPrint(cells),
    window: verdict.window,
    audience,
    audiencePrint: fingerprint(
      asked()
        .map((one) => `${one.id} ${boxOf(one)}`)
        .join('\n'),
    ),
    scope: scopeOf(unit?.code ?? '', audience.recipients, {
      dataSubmitted: unit?.dataSubmitted ?? false,
      alwaysBroad: verdict.direction !== undefined && directionRules(verdict.direction).broad === true,
    }),
    days,
    overlap,
    overloaded,
    suggested: best !== undefined && !overloaded.includes(best) ? best : '',
    missing: missingIn(cells, verdict, document, audience.asked),
    problem,
  };
}

/** A post has neither text nor window of its own: who asks, about what, and its hashtag are left to judge (R1, R19, R28). */
function ofPost(verdict: Verdict): Verdict {
  const findings = verdict.findings.filter(({ rule }) => ['R1', 'R19', 'R28'].includes(rule));
  return { ...verdict, findings, ok: findings.every(({ severity }) => severity === 'warning') };
}

/** Working days from today on, as far as the calendar is confirmed. */
function nextDays(today: CivilDate, holidays: Holidays): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = today; days.length < DAYS_MOST && day <= holidays.confirmedUntil; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) days.push(day);
  return days;
}

/** Media type of an upload as the rules name kinds of pictures. */
const kindOf = (type: string): string => type.replace('image/', '').replace('jpeg', 'jpg');

function missingIn(cells: RequestCells, { direction, unit }: Verdict, document: Mailing, asked: number): Missing[] {
  const social = socialOf(cells);
  const isMailing = social !== 'only';
  const isDigest = direction !== undefined && directionRules(direction).exempt === true;
  const needsDay = direction !== undefined && directionRules(direction).day === 'required';
  const lacks: readonly (readonly [Missing, boolean])[] = [
    ['direction', direction === undefined],
    ['unit', unit === undefined],
    ['event date', needsDay && cells.eventDate === ''],
    ['text', isMailing ? document.blocks.length === 0 : cells.posterText.trim() === ''],
    ['signature', isMailing && !isDigest && document.signature === null],
    ['contact data', cells.initiatorEmail === ''],
    ['audience', isMailing && asked === 0],
    ['hashtag', social !== 'none' && cells.hashtag.trim() === ''],
    ['poster', social !== 'none' && readUpload(cells.poster) === undefined],
  ];
  return lacks.filter(([, isMissing]) => isMissing).map(([what]) => what);
}
