import type { Instant } from '../domain/calendar/index.ts';
import { wordsOf } from '../domain/errors.ts';
import { isMailingOver } from '../domain/mailing/index.ts';
import { isPairOver } from '../domain/mentorship/index.ts';
import type { Message, Outcome } from '../domain/messages.ts';
import { runId } from '../domain/messages.ts';
import { dayWords } from '../domain/process/index.ts';
import {
  type AnsweredTab,
  type ProcessName,
  SETTINGS,
  type SettingKey,
  type TabKey,
  tabOf,
  tabOfId,
  tabsOf,
  type Workbook,
} from '../domain/program/index.ts';
import { bringBack } from './bring-back.ts';
import { consentsTyped, maySayConsent } from './consents.ts';
import { contextOf, readSetting, seasonAt } from './facts/context.ts';
import { personTab, readNewAnswers, writeNewAnswers } from './facts/people.ts';
import { isWeight, weightSum } from './facts/weights.ts';
import { wordsTyped } from './letters/own-words.ts';
import { answerTo, type Concerned, followsIn, mailingsConcerned, sourceNote, tellMailings } from './mailing/edits.ts';
import { isCameBack } from './needs.ts';
import type { AnyChange, Clock, Edit, Ports, Row, Trouble, View } from './ports.ts';
import { atPresent } from './present.ts';
import { readable, unlessMissing, unreadable } from './readable.ts';
import { troubleChanges, troublesGone } from './trouble.ts';

export interface SyncInput {
  readonly workbook: Workbook;
  readonly now: Instant;
  readonly clock?: Clock;
}
export interface Synced {
  /** The frozen clock by which the edits were applied, for the reader to adopt. */
  readonly clock?: Clock;
  readonly touched: readonly string[];
  readonly edits: number;
  /** An edit is being applied, or its run was about to continue as new: it comes again with the next reading. */
  readonly again: boolean;
}

/** Tabs whose rows an edit anywhere may concern. */
const CONCERNED: readonly TabKey[] = ['mentors', 'mentees', 'matches', 'seasons', 'staff', 'settings', 'needs'];

/** Rows applied at a time; within a row edits keep their order. */
const AT_ONCE = 8;

/** Reads the edits of staff, tells each to the run it concerns, and answers it in its row. */
export async function applyEdits(ports: Ports, asked: SyncInput): Promise<Synced> {
  const input = await atPresent(ports, asked);
  const at = input.clock ? { clock: input.clock } : {};
  const { edits: found, troubles } = await ports.record.edits(input.workbook);
  const changed = troublesChanged(ports, input.workbook, troubles);
  if (found.length === 0 && !changed) return { touched: [], edits: 0, again: false, ...at };
  const { view, missing } = await ports.record.ask((fresh) => ({
    view: readable(fresh),
    missing: unreadable(fresh, [...new Set([...tabsOf(input.workbook), ...CONCERNED])]),
  }));
  // Those of a tab that cannot be read stay untold and come again once it is whole.
  const edits = found.filter((edit) => !missing.has(edit.tab));
  const mailings = await mailingsConcerned(ports, edits, input.now);
  const touched = new Set<string>(await tellMailings(ports, mailings, edits, input));
  const notes: AnyChange[] = [];
  const told: string[] = [];
  for (let i = 0; i < edits.length; i += AT_ONCE) {
    await Promise.all(
      edits.slice(i, i + AT_ONCE).map(async (edit) => {
        const answer = await applyOne(ports, view, edit, input, mailings);
        for (const run of answer.touched) touched.add(run);
        if (answer.note !== undefined) notes.push(noteOn(edit.tab, edit.id, answer.note));
        if (answer.told) told.push(edit.key);
      }),
    );
  }
  const consents = edits.filter(maySayConsent);
  // In one turn, so that both go in one batch.
  await Promise.all([
    ...(notes.length > 0 ? [ports.record.commit(() => ({ changes: notes, result: undefined }))] : []),
    ...(consents.length > 0
      ? [
          ports.record.commit((fresh) => ({
            changes: consentsTyped(fresh, consents, input.now),
            result: undefined,
          })),
        ]
      : []),
    ...(told.length > 0 ? [ports.record.told(input.workbook, told)] : []),
    ...(changed ? [reportTroubles(ports, input, troubles)] : []),
  ]);
  return { touched: [...touched], edits: edits.length, again: told.length < edits.length, ...at };
}

/** What was found last time, by workbook: only a difference is worth a look at the queue. */
const foundLast = new WeakMap<Ports['record'], Map<Workbook, string>>();

function troublesChanged(ports: Ports, workbook: Workbook, troubles: readonly Trouble[]): boolean {
  const last = foundLast.get(ports.record) ?? new Map<Workbook, string>();
  return troubles.some(({ key }) => key) || last.get(workbook) !== JSON.stringify(troubles);
}

/** Opens rows of the queue for troubles and closes those whose cause is gone; then they count as told. */
async function reportTroubles(ports: Ports, { workbook, now }: SyncInput, troubles: readonly Trouble[]): Promise<void> {
  // Without the queue itself there is nowhere to say so; it is said once the tab is back.
  const isSaid = await unlessMissing(() =>
    ports.record.commit((view) => ({
      changes: [...troubleChanges(view, troubles, now), ...troublesGone(readable(view), workbook, troubles)],
      result: undefined,
    })),
  );
  if (!isSaid) return;
  await ports.record.told(
    workbook,
    troubles.flatMap(({ key }) => key ?? []),
  );
  const last = foundLast.get(ports.record) ?? new Map<Workbook, string>();
  foundLast.set(ports.record, last.set(workbook, JSON.stringify(troubles.filter(({ key }) => !key))));
}

interface Applied {
  readonly touched: readonly string[];
  readonly note?: string | undefined;
  /** False: comes again with the next reading. */
  readonly told: boolean;
}

const noteOn = (tab: TabKey, id: string, note: string): AnyChange =>
  ('systemNote' in tabOf(tab).columns ? { tab, id, cells: { systemNote: note } } : { tab, id, cells: {} }) as AnyChange;

async function applyOne(ports: Ports, view: View, edit: Edit, input: SyncInput, mailings: Concerned): Promise<Applied> {
  const row = view.row(edit.tab, edit.id);
  if (!row) return { touched: [], told: true };
  const problem = row.problems[0];
  if (problem)
    return {
      touched: [],
      told: true,
      note: `"${problem.column}" ${problem.problem}. Nothing was done with this edit.`,
    };
  if (edit.columns.length === 0 && !edit.isNew)
    return {
      touched: [],
      told: true,
      note: `${edit.restored.map((header) => `"${header}"`).join(', ')} is kept by the program; your change was put back.`,
    };
  const message = (kind: string, data?: Message['data']): Message => ({
    id: edit.key,
    kind,
    by: 'staff',
    at: input.now,
    ...(data ? { data } : {}),
    ...(input.clock ? { clock: input.clock } : {}),
  });
  const { process } = tabOf(edit.tab);
  if (edit.tab === 'needs') return needChosen(ports, view, edit, message);
  if (edit.tab === 'ownWords') return { touched: [], told: true, note: await wordsTyped(ports, view, edit, input.now) };
  if (process) return ofProcess(ports, view, edit, process, message, input);
  return ofPlainTab(ports, view, edit, message, mailings);
}

const missingCells = (tab: TabKey, cells: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(tabOf(tab).columns)
    .filter(
      ([key, column]) =>
        column.required &&
        (cells[key] === '' ||
          cells[key] === undefined ||
          (Array.isArray(cells[key]) && (cells[key] as unknown[]).length === 0)),
    )
    .map(([, column]) => column.header);

/** A row that stands for a process: typed rows start it once their required cells are filled, others tell it. */
async function ofProcess(
  ports: Ports,
  view: View,
  edit: Edit,
  process: ProcessName,
  message: (kind: string) => Message,
  input: SyncInput,
): Promise<Applied> {
  const cells = (view.row(edit.tab, edit.id)?.cells ?? {}) as unknown as Readonly<Record<string, unknown>>;
  const run = runId(process, edit.id);
  await takeOver(ports, view, edit);
  if (edit.tab === 'mailings') return ofMailing(ports, edit, cells, message('edit'), input);
  if (!cells.stage) {
    const missing = process === 'participant' && cells.email && cells.name ? [] : missingCells(edit.tab, cells);
    if (missing.length > 0)
      return { touched: [], told: true, note: `Fill in ${missing.join(', ')}; then it starts by itself.` };
    await ports.record.commit((fresh) => ({ result: undefined, changes: seasonOfTyped(fresh, edit, input.now) }));
    await ports.runs.start(process, { row: edit.id, ...(input.clock ? { clock: input.clock } : {}) });
    if (process === 'cohort') return { touched: [run], told: true };
    return { touched: [run], told: true, note: 'Taken. The process has started.' };
  }
  const outcome = await ports.runs.tell(run, message('edit'));
  if (outcome.code === 'unknown-run' && process !== 'cohort') {
    // It has ended, but its row was edited: it is woken to say what the decision does, or that it does nothing.
    await ports.runs.leave(run, message('edit'));
    return { touched: [run], told: true };
  }
  return answered(run, outcome);
}

/** A request for a mailing: every edit is answered with who would get it as it stands. */
async function ofMailing(
  ports: Ports,
  edit: Edit,
  cells: Readonly<Record<string, unknown>>,
  told: Message,
  input: SyncInput,
): Promise<Applied> {
  const run = runId('mailing', edit.id);
  if (!cells.stage) {
    const { stops, words } = await answerTo(ports, edit.id, input.now);
    const missing = missingCells('mailings', cells);
    if (missing.length > 0)
      return { touched: [], told: true, note: `Fill in ${missing.join(', ')}; then it starts by itself. ${words}` };
    if (stops !== '') return { touched: [], told: true, note: `Not started. ${words}` };
    await ports.runs.start('mailing', { row: edit.id, ...(input.clock ? { clock: input.clock } : {}) });
    return { touched: [run], told: true, note: `Taken; the initiator gets a letter. ${words}` };
  }
  const isOver = isMailingOver(String(cells.stage));
  const outcome = isOver ? undefined : await ports.runs.tell(run, told);
  if (!outcome || outcome.code === 'unknown-run') {
    // Whatever was decided there, the row is asked once more; a mailing that is over says so.
    await ports.runs.leave(run, told);
    return { touched: [run], told: true, ...(isOver ? { note: wordsOf('mailing-over') } : {}) };
  }
  const applied = answered(run, outcome);
  if (outcome.status === 'refused') return { ...applied, note: wordsOf(outcome.code) };
  if (['Sending', 'Sent'].includes(String(cells.stage)))
    return { ...applied, note: `${wordsOf('mailing-sending')} Nothing of this edit goes out.` };
  // Decided by the cell, it is the process that answers.
  if (!applied.told || edit.columns.every((column) => column === 'decision')) return applied;
  const { words, stage } = await answerTo(ports, edit.id, input.now);
  const isVoid = cells.stage === 'Scheduled' && stage === 'In moderation';
  return { ...applied, note: `${isVoid ? 'Taken; the approval counts no more.' : 'Taken.'} ${words}` };
}

/** A cell that staff typed counts from then on: the person's later answer to it leaves New answers, before anybody decides. */
async function takeOver(ports: Ports, view: View, edit: Edit): Promise<void> {
  const tab: AnsweredTab | undefined = edit.tab === 'mailings' ? edit.tab : personTab(edit.id);
  const left = (row: Row<AnsweredTab> | undefined): string | undefined => {
    if (!tab || !row || row.cells.newAnswers === '') return undefined;
    const answers = Object.entries(readNewAnswers(tab, row.cells.newAnswers));
    const kept = answers.filter(([key]) => !edit.columns.includes(key));
    return kept.length === answers.length ? undefined : writeNewAnswers(tab, Object.fromEntries(kept));
  };
  if (!tab || left(view.row(tab, edit.id)) === undefined) return;
  await ports.record.commit((fresh) => {
    const newAnswers = left(fresh.row(tab, edit.id));
    return {
      changes: newAnswers === undefined ? [] : [{ tab, id: edit.id, cells: { newAnswers } } as AnyChange],
      result: undefined,
    };
  });
}

function seasonOfTyped(view: View, edit: Edit, now: string): AnyChange[] {
  const row = view.row(edit.tab, edit.id);
  if (!row || !('season' in row.cells) || row.cells.season !== '') return [];
  return [{ tab: edit.tab, id: edit.id, cells: { season: seasonAt(view, now) } } as AnyChange];
}

function answered(run: string, outcome: Outcome): Applied {
  switch (outcome.status) {
    case 'pending':
      return { touched: [run], told: false, note: 'Taken; being applied.' };
    case 'again':
      return { touched: [run], told: false };
    case 'refused':
      return { touched: [run], told: true, ...(outcome.code === 'unknown-run' ? { note: wordsOf(outcome.code) } : {}) };
    case 'done':
      return { touched: [run], told: true };
  }
}

/** An action chosen in Needs you goes to the process it is about, which closes the row when its cause is gone. */
async function needChosen(
  ports: Ports,
  view: View,
  edit: Edit,
  message: (kind: string, data?: Message['data']) => Message,
): Promise<Applied> {
  const row = view.row('needs', edit.id);
  if (!row) return { touched: [], told: true };
  if (!edit.columns.includes('action'))
    return {
      touched: [],
      told: true,
      note: row.cells.snooze ? `Not in the daily letter before ${dayWords(row.cells.snooze)}.` : 'Taken.',
    };
  if (row.cells.action === '') return { touched: [], told: true, note: '' };
  const { about, cause, action, suggested } = row.cells;
  // An address that was corrected closed the row; what came back still waits for whoever decides to send it again.
  const isAfter = isCameBack(cause) && action === 'Send again';
  if (row.cells.state !== 'Open' && !isAfter)
    return { touched: [], told: true, note: 'This row is closed; nothing was done.' };
  if (!suggested.split(', ').includes(action))
    return { touched: [], told: true, note: `"${action}" does not fit here. Choose one of: ${suggested}.` };
  if (about.startsWith('delivery/')) return deliveryAsked(ports, about, edit.id, { action, cause }, message);
  const tab = tabOfId(about);
  if (action === 'Bring back' && tab)
    return { touched: [], told: true, note: await bringBack(ports, edit, tab, about, message(action).at) };
  const process = tab && tabOf(tab).process;
  const data = { action, cause: cause.split('/')[0] ?? '', need: edit.id };
  if (!process || process === 'desk' || isCameBack(cause)) {
    await ports.runs.leave('desk', message('need', { ...data, about, cause }));
    return { touched: ['desk'], told: true, note: `${action}: taken.` };
  }
  const run = runId(process, about);
  const decides = ['Approve', 'Reject'].includes(action) && process === 'mentorship';
  const told = decides ? message('decide', { decision: action }) : message('need', data);
  const outcome = await ports.runs.tell(run, told);
  if (outcome.code === 'unknown-run') {
    // The process has ended, but its row still asks for something: it is woken for this one answer.
    await ports.runs.leave(run, told);
    return { touched: [run], told: true, note: `${action}: taken.` };
  }
  const applied = answered(run, outcome);
  return {
    ...applied,
    note: outcome.status === 'refused' ? `${action}: ${wordsOf(outcome.code)}` : `${action}: done.`,
  };
}

/** A delivery that stands still or is in doubt; one that has ended is woken from its row for this one answer. */
async function deliveryAsked(
  ports: Ports,
  run: string,
  need: string,
  { action, cause }: { readonly action: string; readonly cause: string },
  message: (kind: string, data?: Message['data']) => Message,
): Promise<Applied> {
  const told = message('need', { action, cause: cause.split('/')[0] ?? '', need });
  const outcome = await ports.runs.tell(run, told);
  if (outcome.code === 'unknown-run') {
    await ports.runs.leave(run, told);
    return { touched: [run], told: true, note: `${action}: taken.` };
  }
  return {
    ...answered(run, outcome),
    note: outcome.status === 'refused' ? `${action}: ${wordsOf(outcome.code)}` : `${action}: done.`,
  };
}

/** Tabs without a process of their own: settings, calendar, training, staff. Whom a change concerns looks again. */
async function ofPlainTab(
  ports: Ports,
  view: View,
  edit: Edit,
  message: (kind: string, data?: Message['data']) => Message,
  mailings: Concerned,
): Promise<Applied> {
  const note = `${plainNote(view, edit)}${followsIn(mailings, edit.tab)}`;
  const runs = concerned(view, edit);
  await Promise.all(
    runs.map((run) => ports.runs.leave(run, { ...message('recheck', { tab: edit.tab }), id: `${edit.key}/${run}` })),
  );
  return { touched: runs, told: true, note };
}

function plainNote(view: View, edit: Edit): string {
  if (edit.tab === 'settings') {
    const row = view.row('settings', edit.id);
    const key = row?.cells.key as SettingKey;
    if (!row || !Object.hasOwn(SETTINGS, key)) return 'This is no setting of the program.';
    const read = readSetting(key, row.cells.value);
    if ('problem' in read) return `"${row.cells.value}" ${read.problem}. The default holds.`;
    const sum = weightSum(contextOf(view).settings);
    return isWeight(key) && Math.abs(sum - 100) > 1e-6
      ? `Taken, but the weights now add up to ${Math.round(sum * 100) / 100}. Until they make 100, matching uses the defaults of all.`
      : 'Taken. It counts from now on.';
  }
  if (edit.tab === 'awards') return awardNote(view, edit);
  if (edit.tab === 'attendance' && edit.isNew) return attendanceNote(view, edit);
  const missing = missingCells(
    edit.tab,
    (view.row(edit.tab, edit.id)?.cells ?? {}) as unknown as Readonly<Record<string, unknown>>,
  );
  if (missing.length > 0) return `Fill in ${missing.join(', ')}; until then it does not count.`;
  return sourceNote(view, edit) ?? 'Taken.';
}

/** Staff type IDs here; one that is nobody's would silently count for nobody. */
function attendanceNote(view: View, edit: Edit): string {
  const { session = '', person = '' } = view.row('attendance', edit.id)?.cells ?? {};
  if (!view.row('training', session)) return 'There is no such session; take the ID from Training.';
  if (!view.row('mentors', person) && !view.row('mentees', person))
    return 'There is no such person; take the ID from Mentors or Mentees.';
  return 'Taken.';
}

function awardNote(view: View, edit: Edit): string {
  const { award, decidedBy } = view.row('awards', edit.id)?.cells ?? { award: '', decidedBy: '' };
  if (award === '') return 'Taken.';
  if (award !== 'Most active mentor') return 'Taken. No letter of its own goes out.';
  return decidedBy === ''
    ? 'Fill in who decided (P9); then the award counts.'
    : 'Taken. The mentor gets a letter with the award, once.';
}

/** Runs that wait for a complete calendar; one may do so from its first moment on, before its row has a stage. */
const beyondCalendar = (view: View): string[] =>
  view
    .rows('needs')
    .filter(({ cells }) => cells.state === 'Open' && cells.cause.startsWith('beyond-calendar/'))
    .flatMap(({ cells }) => {
      const tab = tabOfId(cells.about);
      const process = tab && tabOf(tab).process;
      return process ? [runId(process, cells.about)] : [];
    });

function concerned(view: View, edit: Edit): string[] {
  const people = [...view.rows('mentors'), ...view.rows('mentees')];
  switch (edit.tab) {
    case 'settings':
    case 'holidays':
      return [
        ...people
          .filter((row) => row.cells.stage !== '' && row.cells.stage !== 'Withdrawn')
          .map((row) => runId('participant', row.id)),
        ...view
          .rows('matches')
          .filter((row) => row.cells.stage !== '' && !isPairOver(row.cells.stage))
          .map((row) => runId('mentorship', row.id)),
        ...view
          .rows('seasons')
          .filter((row) => row.cells.stage !== '' && row.cells.stage !== 'Closed')
          .map((row) => runId('cohort', row.id)),
        ...beyondCalendar(view),
        'desk',
      ];
    case 'training':
      return [
        ...people.filter((row) => row.cells.stage === 'Training').map((row) => runId('participant', row.id)),
        'desk',
      ];
    case 'attendance': {
      const person = view.row('attendance', edit.id)?.cells.person ?? '';
      return people.some((row) => row.id === person) ? [runId('participant', person)] : [];
    }
    case 'awards': {
      const mentor = view.row('awards', edit.id)?.cells.mentor ?? '';
      return mentor ? [runId('participant', mentor)] : [];
    }
    case 'alumni':
      return people.filter((row) => row.cells.stage === 'Applied').map((row) => runId('participant', row.id));
    case 'staff':
      return ['desk'];
    default:
      return [];
  }
}
