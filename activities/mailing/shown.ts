import type { CivilDate } from '../../domain/calendar/index.ts';
import { inWords } from '../../domain/mailing/check/index.ts';
import type { MailingMemory, Overlap, Scope } from '../../domain/mailing/index.ts';
import { type Assessment, findingKey, socialOf } from '../../domain/mailing/request/index.ts';
import { dayWords } from '../../domain/process/index.ts';
import type { Settings } from '../../domain/program/index.ts';

/** What of a request stands in its row for staff: the same facts as on the moderator's page, in words. */
export interface Shown {
  readonly findings: string;
  readonly audience: string;
  readonly dates: string;
  readonly overlap: string;
}

/** More is not read in a cell; the page has all of them at their places. */
const FINDINGS_MOST = 15;
const OTHERS_MOST = 3;

const count = (n: number): string => n.toLocaleString('en');
const people = (n: number): string => `${count(n)} ${n === 1 ? 'person' : 'people'}`;

/**
 * @param settings for what counts as too many mailings a week (P8)
 * @param today a wished day that has passed is none
 */
export function shownOf(
  request: Assessment,
  memory: MailingMemory | undefined,
  settings: Settings,
  today: CivilDate,
): Shown {
  return {
    findings: findingsIn(request, memory),
    audience: audienceIn(request),
    dates: datesIn(request),
    overlap: overlapIn(request, memory, settings, today),
  };
}

/** What is missing first, then errors, then warnings. */
function findingsIn({ missing, verdict }: Assessment, memory: MailingMemory | undefined): string {
  const isMistaken = (key: string) => (memory?.mistaken[key]?.length ?? 0) > 1;
  const errorsFirst = [...verdict.findings].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  const lines = errorsFirst.map((finding) => {
    const { message, fix } = inWords(finding, 'en');
    const mark = isMistaken(findingKey(finding)) ? ' (called mistaken)' : '';
    return `${finding.rule} ${finding.severity}${mark}: ${message} ${fix}`.trim();
  });
  const more = lines.length - FINDINGS_MOST;
  return [
    ...(missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : []),
    ...lines.slice(0, FINDINGS_MOST),
    ...(more > 0 ? [`… and ${count(more)} more on the page`] : []),
    ...(missing.length + lines.length === 0 ? ['Nothing found.'] : []),
  ].join('\n');
}

const SCOPES: Readonly<Record<Scope['why'], (unit: string, beyond: string) => string>> = {
  'own alumni': (unit) => `own list: all are alumni of ${unit}`,
  'other recipients': (unit, beyond) => `broad: ${beyond} not of ${unit || 'the unit'}`,
  'no contact data': (unit) => `broad: ${unit} has not submitted its contact data (P7)`,
  'always approved': () => 'broad: its direction is always approved by the Center',
  'by the Center': () => 'broad: asked for by the Center',
};

/** `1,240 of 1,300 · left out: 3 duplicate · broad: 12 people not of SEDS`. */
export function audienceIn({ cells, audience, scope, unit, problem }: Assessment): string {
  if (socialOf(cells) === 'only') return 'Nobody: only a post.';
  if (problem) return PROBLEMS[problem](cells);
  const out = Object.entries(audience.leftOut)
    .filter(([, n]) => n > 0)
    .map(([why, n]) => `${count(n)} ${why}`);
  return [
    `${count(audience.recipients.length)} of ${count(audience.asked)}`,
    ...(out.length > 0 ? [`left out: ${out.join(', ')}`] : []),
    ...(audience.recipients.length > 0 ? [SCOPES[scope.why](unit, people(scope.beyond))] : []),
  ].join(' · ');
}

const PROBLEMS: Readonly<
  Record<NonNullable<Assessment['problem']>, (cells: Pick<Assessment['cells'], 'list' | 'years'>) => string>
> = {
  'unknown list': ({ list }) => `There is no list "${list}" in Lists.`,
  'unreadable years': ({ years }) => `"${years}" cannot be read as years; write 2019, 2021-2023.`,
};

function datesIn({ verdict, window, direction }: Assessment): string {
  if (direction === '') return '';
  if (window)
    return `${dayWords(window.earliest)} to ${dayWords(window.latest)}; hand in by ${dayWords(window.handInBy)}, ${dayWords(window.handInLast)} at the latest`;
  return verdict.findings.some(({ code }) => code === 'calendar-unknown')
    ? 'The calendar is not confirmed that far.'
    : 'No window.';
}

/** The week of the day it goes out on, as far as it has one: chosen, else wished, else the first one left. */
function overlapIn(
  request: Assessment,
  memory: MailingMemory | undefined,
  { mailsPerWeek }: Settings,
  today: CivilDate,
): string {
  const { wished } = request.cells;
  const day = memory?.day ?? (wished >= today ? wished : request.days[0]);
  if (!day || socialOf(request.cells) === 'only' || request.audience.recipients.length === 0) return '';
  const week = request.overlap(day);
  const counts = week.counts.map(([n, who]) => `${people(who)} would get ${n}${n > mailsPerWeek ? ' (too many)' : ''}`);
  const best = request.suggested && request.overloaded.includes(day) ? [`better: ${dayWords(request.suggested)}`] : [];
  return [`Week of ${dayWords(week.week)}: ${counts.join(', ')}`, ...othersIn(week), ...best].join(' · ');
}

function othersIn({ others }: Overlap): string[] {
  const named = others
    .slice(0, OTHERS_MOST)
    .map(({ id, unit, day, shared }) => `${id} (${unit}, ${dayWords(day)}, ${count(shared)} shared)`);
  const more = others.length - named.length;
  return named.length === 0 ? [] : [`with ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
}

/**
 * What makes no sense in a request, in words for whoever typed it: `stops` keeps a typed row from being started at all, `doubts` are only
 * said.
 */
export function nonsenseIn(
  { cells, unit, problem, window }: Assessment,
  today: CivilDate,
  isDayOff: (day: CivilDate) => boolean,
): { readonly stops: readonly string[]; readonly doubts: readonly string[] } {
  const { eventDate, wished } = cells;
  const event = eventDate === '' ? '' : dayWords(eventDate);
  const day = wished === '' ? '' : dayWords(wished);
  const said = (lines: readonly (readonly [boolean, string])[]) => lines.filter(([is]) => is).map(([, words]) => words);
  return {
    stops: said([
      [cells.unit !== '' && unit === '', `There is no unit "${cells.unit}" in Units.`],
      [problem !== undefined, problem ? PROBLEMS[problem](cells) : ''],
      [eventDate !== '' && eventDate <= today, `${event} has come or passed; a mailing announces what is ahead.`],
    ]),
    doubts: said([
      [eventDate > today && isDayOff(eventDate), `${event} is a day off; check the date.`],
      [
        eventDate > today && window !== null && window.latest < today,
        `It would have had to go out by ${window ? dayWords(window.latest) : ''}.`,
      ],
      [wished !== '' && wished < today, `The wished day, ${day}, has passed.`],
      [wished >= today && isDayOff(wished), `The wished day, ${day}, is a day off.`],
      [wished !== '' && eventDate !== '' && wished >= eventDate, 'The wished day is not before the date it is about.'],
    ]),
  };
}
