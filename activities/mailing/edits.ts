import { civilDateOf, type Instant, isWorkingDay } from '../../domain/calendar/index.ts';
import { isMailingOver, type MailingMemory } from '../../domain/mailing/index.ts';
import { runId } from '../../domain/messages.ts';
import { dayWords, plural } from '../../domain/process/index.ts';
import { fingerprint, type TabKey } from '../../domain/program/index.ts';
import { readMemory } from '../facts/memory.ts';
import type { Clock, Edit, Ports, Row, View } from '../ports.ts';
import { readable } from '../readable.ts';
import { aroundOf, assessed } from './around.ts';
import { withRoom } from './room.ts';
import { audienceIn, nonsenseIn, shownOf } from './shown.ts';

/** What an edit of a request is answered with. */
export interface Answer {
  /** Why it is not started as it stands; empty when it is. */
  readonly stops: string;
  /** Who would get it as it stands now, after what makes no sense in it. */
  readonly words: string;
  readonly stage: string;
}

/** Reads the request anew, with everything it is judged against, and says what follows from how it stands. */
export const answerTo = (ports: Ports, id: string, now: Instant): Promise<Answer> =>
  ports.record.ask((fresh) => {
    const view = readable(fresh);
    const row = view.row('mailings', id);
    if (!row) return { stops: '', words: '', stage: '' };
    const around = aroundOf(view, now);
    const request = assessed(row, around);
    const isDayOff = (day: string) => day <= around.holidays.confirmedUntil && !isWorkingDay(day, around.holidays);
    const { stops, doubts } = nonsenseIn(request, civilDateOf(now), isDayOff);
    return {
      stops: stops.join(' '),
      words: [...stops, ...doubts, `Audience: ${audienceIn(request)}.`].join(' '),
      stage: row.cells.stage,
    };
  });

/** Tabs that requests are judged by; those of which most edits change nothing for most requests are compared first. */
const COMPARED: ReadonlySet<TabKey> = new Set(['alumni', 'lists', 'suppressed', 'units']);
const TOLD: ReadonlySet<TabKey> = new Set(['settings', 'holidays', 'staff', 'forceMajeure']);

/** Open requests that an edit elsewhere concerns, by the tab of the edit. */
export type Concerned = ReadonlyMap<TabKey, readonly string[]>;

/** Looks once for all edits of a reading: a register pasted at once is ten thousand of them. */
export async function mailingsConcerned(ports: Ports, edits: readonly Edit[], now: Instant): Promise<Concerned> {
  const tabs = [...new Set(edits.map(({ tab }) => tab))].filter((tab) => COMPARED.has(tab) || TOLD.has(tab));
  if (tabs.length === 0) return new Map();
  return ports.record.ask((fresh) => {
    const view = readable(fresh);
    const open = view.rows('mailings').filter(({ cells }) => cells.stage !== '' && !isMailingOver(cells.stage));
    if (open.length === 0) return new Map();
    const isCompared = tabs.some((tab) => COMPARED.has(tab));
    const roomy = new Set(isCompared ? withRoom(view, now) : []);
    const moved = isCompared ? open.filter((row) => roomy.has(row.id) || hasMoved(view, row, now)) : [];
    const ids = (rows: readonly Row<'mailings'>[]) => rows.map(({ id }) => id);
    return new Map(tabs.map((tab) => [tab, ids(TOLD.has(tab) ? open : moved)]));
  });
}

/** Its row would say something else now, or other people were asked for than those it is moderated for. */
function hasMoved(view: View, row: Row<'mailings'>, now: Instant): boolean {
  const around = aroundOf(view, now);
  const request = assessed(row, around);
  const memory = readMemory<MailingMemory>(row.cells.memory);
  const shown = shownOf(request, memory, around.settings, civilDateOf(now));
  return (
    Object.entries(shown).some(([key, words]) => row.cells[key as keyof typeof shown] !== words) ||
    (memory?.seen !== undefined && memory.seen.audience !== request.audiencePrint)
  );
}

/** Has them look again, once each for all edits of a reading. */
export async function tellMailings(
  ports: Ports,
  concerned: Concerned,
  edits: readonly Edit[],
  { now, clock }: { readonly now: Instant; readonly clock?: Clock },
): Promise<string[]> {
  const ids = [...new Set([...concerned.values()].flat())];
  const of = fingerprint(edits.map(({ key }) => key).join('\n'));
  await Promise.all(
    ids.map((id) =>
      ports.runs.leave(runId('mailing', id), {
        id: `mailings/${of}/${id}`,
        kind: 'recheck',
        by: 'staff',
        at: now,
        ...(clock ? { clock } : {}),
      }),
    ),
  );
  return ids.map((id) => runId('mailing', id));
}

const NAMED_MOST = 3;
/** Everybody open looks again after these, which says nothing about any of them. */
const UNNAMED: ReadonlySet<TabKey> = new Set(['settings', 'staff']);

/** What follows for requests from an edit in another tab, for its System note; empty when nothing does. */
export function followsIn(concerned: Concerned, tab: TabKey): string {
  const ids = concerned.get(tab) ?? [];
  if (ids.length === 0 || UNNAMED.has(tab)) return '';
  const named = ids.slice(0, NAMED_MOST).join(', ');
  const more = ids.length > NAMED_MOST ? ` and ${ids.length - NAMED_MOST} more` : '';
  return ` ${plural(ids.length, 'mailing')} ${ids.length === 1 ? 'looks' : 'look'} again: ${named}${more}.`;
}

/** What makes no sense in a row that requests are judged by; undefined when nothing does. */
export function sourceNote(view: View, edit: Edit): string | undefined {
  const cells = <T extends TabKey>(tab: T) => view.row(tab, edit.id)?.cells;
  if (edit.tab === 'units') {
    const unit = cells('units');
    const same = view.rows('units').filter((row) => sameWord(row.cells.code, unit?.code ?? ''));
    return unit?.code && same.length > 1 ? `There are two units "${unit.code}"; the first one counts.` : undefined;
  }
  if (edit.tab === 'lists') {
    const member = cells('lists')?.member ?? '';
    const isKnown = namesIn(view).has(plain(member));
    return member === '' || isKnown
      ? undefined
      : `"${member}" is neither an ID nor an address of Alumni, so nobody is written to (P1).`;
  }
  if (edit.tab === 'forceMajeure') {
    const entry = cells('forceMajeure');
    if (entry?.from && entry.to && entry.to < entry.from)
      return `It ends on ${dayWords(entry.to)}, before it begins; until that is put right it does not count.`;
  }
  return undefined;
}

const plain = (text: string): string => text.trim().toLowerCase();
const sameWord = (a: string, b: string): boolean => a !== '' && plain(a) === plain(b);

const named = new WeakMap<View, ReadonlySet<string>>();
/** IDs and addresses of the register, once for a list that is pasted at once. */
function namesIn(view: View): ReadonlySet<string> {
  const known =
    named.get(view) ?? new Set(view.rows('alumni').flatMap(({ id, cells }) => [plain(id), plain(cells.email)]));
  named.set(view, known);
  return known;
}
