import type { Instant } from '../../domain/calendar/index.ts';
import {
  clockOf,
  clockRules,
  hoursWorked,
  isMailingOver,
  type MailingMemory,
  timeLeft,
} from '../../domain/mailing/index.ts';
import {
  type Around,
  contentPrint,
  type DraftFields,
  type DraftProblem,
  draftPrint,
  fieldsOf,
  filesLeft,
  type RequestCells,
  readKept,
  readUpload,
  withFields,
  writeKept,
} from '../../domain/mailing/request/index.ts';
import { momentWords } from '../../domain/process/index.ts';
import { counted, readNewAnswers, type TabKey, writeNewAnswers } from '../../domain/program/index.ts';
import { deliveryOf } from '../delivery/row.ts';
import { forceMajeureOn } from '../facts/mailing.ts';
import { readMemory } from '../facts/memory.ts';
import type {
  AnyChange,
  LettersPort,
  MailingLook,
  MailingPagesPort,
  RecordPort,
  Row,
  UploadsPort,
  View,
  Written,
} from '../ports.ts';
import { aroundOf, assessed } from './around.ts';
import { copyOf } from './copy.ts';
import { uploaded } from './upload.ts';
import { weeksOf } from './weeks.ts';

export interface MailingPagesPorts {
  readonly record: Pick<RecordPort, 'ask' | 'read' | 'commit'>;
  readonly files: UploadsPort;
  readonly letters: Pick<LettersPort, 'mailing' | 'word'>;
  /** By the program's clock. */
  readonly now: () => Promise<Instant>;
  /** Real time in milliseconds. */
  readonly realNow: () => number;
}

/** What a request is judged against stands in these. */
const TABS: readonly TabKey[] = [
  'mailings',
  'units',
  'alumni',
  'lists',
  'suppressed',
  'forceMajeure',
  'settings',
  'holidays',
];
/** Somebody who types asks many times a minute, and Google answers sixty readings; what they try out may be judged by one this old. */
const RECENT_MS = 15_000;
/** Newest comments, as many characters as a cell takes with ease. */
const COMMENTS_MOST = 20_000;
const COMMENT_MOST = 3000;
/** Stages in which the initiator writes. */
const OPEN = new Set(['', 'Draft', 'Returned']);

const SAVED: Written = { status: 'saved', problems: [] };
const gone: Written = { status: 'gone', problems: [] };
const stale: Written = { status: 'stale', problems: [] };
const closed: Written = { status: 'closed', problems: [] };
const unreadable = (problems: readonly DraftProblem[]): Written => ({ status: 'unreadable', problems });

/** The pages of mailings over the record. Writes are guarded: each is planned on the reading it is committed with. */
export function createMailingPages({ record, files, letters, now, realNow }: MailingPagesPorts): MailingPagesPort {
  let recent: { readonly at: number; readonly view: Promise<View> } | undefined;
  const recently = (): Promise<View> => {
    if (!recent || realNow() - recent.at > RECENT_MS) {
      const view = record.read(TABS);
      const mine = { at: realNow(), view };
      recent = mine;
      view.catch(() => {
        // Whoever waits hears of it; whoever comes next asks anew.
        if (recent === mine) recent = undefined;
      });
    }
    return recent.view;
  };
  /** Commits what `plan` makes of the row as it stands. */
  async function write<R>(
    id: string,
    none: R,
    plan: (row: Row<'mailings'>) => { readonly cells?: AnyChange['cells']; readonly result: R },
  ): Promise<R> {
    const { result } = await record.commit((view) => {
      const row = view.row('mailings', id);
      if (!row) return { changes: [], result: none };
      const { cells, result } = plan(row);
      return { changes: cells ? [{ tab: 'mailings', id, cells } as AnyChange] : [], result };
    });
    recent = undefined;
    return result;
  }
  const written = (
    id: string,
    plan: (row: Row<'mailings'>) => { readonly cells?: AnyChange['cells']; readonly result: Written },
  ) => write(id, gone, (row) => (OPEN.has(row.cells.stage) ? plan(row) : { result: closed }));

  /** Puts another upload into its cell, or none; the one before goes unless a version that was handed in has it. */
  async function exchanged(id: string, kind: 'picture' | 'poster', cell: string): Promise<Written> {
    let left: readonly string[] = [];
    const done = await written(id, (row) => {
      left = filesLeft(row.cells, { ...row.cells, [kind]: cell });
      return { cells: { [kind]: cell }, result: SAVED };
    });
    if (done.status === 'saved') await Promise.all(left.map((file) => files.trash(file)));
    return done;
  }

  const pages: MailingPagesPort = {
    async look(id) {
      const at = await now();
      return record.ask((view) => {
        const row = view.row('mailings', id);
        return row && lookAt(row, view, aroundOf(view, at), letters);
      });
    },
    async list() {
      const at = await now();
      return record.ask((view) => {
        const around = aroundOf(view, at);
        const open = view.rows('mailings').filter(({ cells }) => !isMailingOver(cells.stage));
        return open.map((row) => lookAt(row, view, around, letters)).sort(byUrgency);
      });
    },
    async tryOut(id, fields) {
      const [at, view] = await Promise.all([now(), recently()]);
      const row = view.row('mailings', id) ?? (await record.ask((fresh) => fresh.row('mailings', id)));
      if (!row) return undefined;
      const { cells, problems } = withFields(counted(row), fields);
      return {
        ...lookAt({ ...row, cells: { ...cells, newAnswers: '' } }, view, aroundOf(view, at), letters),
        problems,
      };
    },
    save: (id, fields, seen) =>
      written(id, (row) => {
        const { cells, problems } = withFields(counted(row), fields);
        if (problems.length > 0) return { result: unreadable(problems) };
        if (draftPrint(cells) === draftPrint(counted(row))) return { result: SAVED };
        if (draftPrint(counted(row)) !== seen) return { result: stale };
        return { cells: answersFor(row, cells), result: SAVED };
      }),
    proposeFix: (id, fields, seen) =>
      write(id, { ...gone, content: '' }, (row) => {
        const { cells, problems } = withFields(counted(row), fields);
        if (problems.length > 0) return { result: { ...unreadable(problems), content: '' } };
        if (draftPrint(counted(row)) !== seen) return { result: { ...stale, content: '' } };
        const result = { ...SAVED, content: contentPrint(cells) };
        return { cells: { fix: writeKept(changesIn(counted(row), cells)) }, result };
      }),
    takeFix: (id, fixed) =>
      written(id, (row) => {
        const { cells } = withFields(counted(row), readKept(row.cells.fix) ?? {});
        if (contentPrint(cells) !== fixed) return { result: stale };
        return { cells: answersFor(row, cells), result: SAVED };
      }),
    async attach(id, kind, file) {
      const at = await record.ask((view) => view.row('mailings', id)?.cells.stage);
      // Looked at before anything is kept, and once more when it is written: files without a row would be nobody's.
      if (at === undefined) return 'row-gone';
      if (!OPEN.has(at)) return 'mailing-handed-in-already';
      const made = await uploaded(files, id, kind, file);
      if ('code' in made) return made.code;
      if (kind !== 'table') {
        const { status } = await exchanged(id, kind, made.cell);
        // Handed in meanwhile, or gone: the new file is nobody's.
        const nobodys = status === 'saved' ? undefined : readUpload(made.cell);
        if (nobodys) await files.trash(nobodys.file);
        return CODES[status];
      }
      const { status } = await written(id, (row) => {
        const { cells, problems } = withFields(counted(row), { table: made.cell });
        return problems.length > 0
          ? { result: unreadable(problems) }
          : { cells: answersFor(row, cells), result: SAVED };
      });
      return CODES[status];
    },
    remove: (id, kind) =>
      kind === 'table'
        ? written(id, (row) => ({ cells: answersFor(row, { ...counted(row), table: '' }), result: SAVED }))
        : exchanged(id, kind, ''),
    async file(id, kind) {
      const upload = await record.ask((view) => readUpload(view.row('mailings', id)?.cells[kind] ?? ''));
      const bytes = upload && (await files.get(upload.file));
      return bytes && { type: upload.type, bytes };
    },
    async comment(id, by, words) {
      const said = words.trim().replaceAll('\r\n', '\n');
      if (said === '') return 'empty';
      if ([...said].length > COMMENT_MOST) return 'too long';
      const at = await now();
      return write(id, 'gone' as 'saved' | 'gone', ({ cells: { comment } }) => {
        const entry = `${momentWords(at)}, ${by}:\n${said}`;
        const newest = comment.split('\n\n―\n')[0] ?? '';
        if (newest.endsWith(`, ${by}:\n${said}`) && newest.startsWith(momentWords(at).split(',')[0] ?? ''))
          return { result: 'saved' };
        const all = comment === '' ? entry : `${entry}\n\n―\n${comment}`;
        return { cells: { comment: all.slice(0, COMMENTS_MOST) }, result: 'saved' };
      });
    },
    async posted(id, url) {
      const link = httpLink(url);
      return link === undefined
        ? 'no link'
        : write(id, 'gone' as 'saved' | 'gone', () => ({ cells: { post: link }, result: 'saved' }));
    },
    async weeks(day, many) {
      const at = await now();
      return record.ask((view) => weeksOf(view, aroundOf(view, at), day, many));
    },
  };
  return pages;
}

const CODES = {
  saved: 'upload-kept',
  stale: 'mailing-changed',
  gone: 'row-gone',
  closed: 'mailing-handed-in-already',
  unreadable: 'upload-table-long',
} as const;

/**
 * New answers that make the request count as these cells. What the row's own cells say anyway leaves them; what could not be read stays
 * until something else is said.
 */
function answersFor(row: Row<'mailings'>, cells: RequestCells): { readonly newAnswers: string } {
  const answers = readNewAnswers('mailings', row.cells.newAnswers);
  Object.assign(answers, changesIn(counted(row), cells));
  const own: Readonly<Record<string, string>> = fieldsOf(row.cells);
  const kept = Object.entries(answers).filter(([field, text]) => own[field] !== text);
  return { newAnswers: writeNewAnswers('mailings', Object.fromEntries(kept)) };
}

const changesIn = (before: RequestCells, after: RequestCells): DraftFields => {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return Object.fromEntries(
    Object.entries(is).filter(([field, text]) => (was as Record<string, string>)[field] !== text),
  );
};

function lookAt(row: Row<'mailings'>, view: View, around: Around, letters: MailingPagesPorts['letters']): MailingLook {
  const memory = readMemory<MailingMemory>(row.cells.memory);
  const cells = counted(row);
  const fields = readKept(row.cells.fix);
  const fixed = fields && contentPrint(withFields(cells, fields).cells);
  const { now, settings, holidays } = around;
  const [spans, rules] = [memory?.spans ?? [], clockRules(settings)];
  const clock = clockOf(spans, rules, holidays);
  const entry = view.row('forceMajeure', forceMajeureOn(view, now));
  const request = assessed(row, around);
  return {
    ...request,
    copy: (picture) => copyOf(letters, around, request, picture),
    row,
    memory,
    delivery: deliveryOf(row)?.stage,
    typed: draftPrint(cells),
    units: around.units,
    limits: around.rules.limits,
    due: row.cells.stage === 'In moderation' ? (clock?.due ?? '') : '',
    before: readKept(row.cells.before),
    fix: fields && fixed !== undefined && memory?.fix === fixed ? { fields, content: fixed } : undefined,
    desk: {
      spans: spans.map((span) => ({ ...span, hours: hoursWorked(span, now, rules, holidays) })),
      hoursLeft: Math.round(timeLeft(spans, now, rules, holidays) / 360_000) / 10,
      forceMajeure: entry?.cells.reason ?? '',
      mailsPerWeek: settings.mailsPerWeek,
      overlapMost: settings.overlapMost,
    },
  };
}

/** Far behind every date. */
const NEVER = '9999';
const byUrgency = (a: MailingLook, b: MailingLook): number => {
  const keys = (look: MailingLook) => [look.due || NEVER, look.window?.latest ?? NEVER, look.id];
  const [left, right] = [keys(a).join(' '), keys(b).join(' ')];
  return left < right ? -1 : left > right ? 1 : 0;
};

function httpLink(text: string): string | undefined {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  return url && ['http:', 'https:'].includes(url.protocol) && url.href.length <= 2000 ? url.href : undefined;
}
