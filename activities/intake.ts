import type { Instant } from '../domain/calendar/index.ts';
import type { Message } from '../domain/messages.ts';
import { FORM_KEYS, type FormKey, isRowId, rowId } from '../domain/program/index.ts';
import { readApplication, readOne } from './answers.ts';
import { consentRows, consentsKept } from './consents.ts';
import { seasonAt } from './facts/context.ts';
import { counted, type PersonTab, readNewAnswers, writeNewAnswers } from './facts/people.ts';
import { takeRequest } from './mailing/intake.ts';
import type { ActionLink, AnyChange, Clock, FormAnswer, Ports, View } from './ports.ts';
import { atPresent } from './present.ts';
import { unsignedNeed } from './trouble.ts';

/** How far each form was read: the newest instant, and the answers of that instant. */
export type Newest = Readonly<Partial<Record<FormKey, { readonly at: Instant; readonly ids: readonly string[] }>>>;
export interface TakeInput {
  /** Answers from these instants on are taken; an answer that comes twice all the same is found by its row. */
  readonly newest: Newest;
  readonly now: Instant;
  readonly clock?: Clock;
}
export interface Taken {
  readonly touched: readonly string[];
  /** For the next reading. */
  readonly newest: Newest;
  readonly count: number;
  /** The frozen clock by which the answers were taken, for the reader to adopt. */
  readonly clock?: Clock;
}

/**
 * Reads every form to its end and hands each answer on: a new row with its run, or a message to a run that exists. A form that
 * cannot be read does not hold up the others; it is reported once their answers are taken.
 */
export async function takeAnswers(ports: Ports, asked: TakeInput): Promise<Taken> {
  const input = await atPresent(ports, asked);
  const touched: string[] = [];
  const newest = { ...input.newest };
  let count = 0;
  const readings = await Promise.allSettled(FORM_KEYS.map((form) => ports.forms.answers(form, newest[form]?.at)));
  for (const [i, form] of FORM_KEYS.entries()) {
    const reading = readings[i];
    if (reading?.status !== 'fulfilled') continue;
    for (const answer of reading.value) {
      const last = newest[form];
      if (answer.at === last?.at && last.ids.includes(answer.responseId)) continue;
      touched.push(...(await takeOne(ports, { ...input, form }, answer)));
      const before = answer.at === last?.at ? last.ids : [];
      newest[form] = { at: answer.at, ids: [...before, answer.responseId] };
      count++;
    }
  }
  for (const reading of readings) if (reading.status === 'rejected') throw reading.reason;
  return { touched, newest, count, ...(input.clock ? { clock: input.clock } : {}) };
}

/** One answer's form, and the time at which it is taken. */
interface Taking extends Omit<TakeInput, 'newest'> {
  readonly form: FormKey;
}

async function takeOne(ports: Ports, input: Taking, answer: FormAnswer): Promise<string[]> {
  const code = answer.answers.code?.[0] ?? '';
  // It counts when it was sent, even if it is found after the link expired.
  const reading = code === '' ? undefined : ports.readCode(code, answer.at);
  const link = reading?.ok ? reading.link : undefined;
  if (input.form === 'mentor') return application(ports, 'mentors', input, answer, link?.person);
  if (input.form === 'mentee') return application(ports, 'mentees', input, answer, link?.person);
  if (input.form === 'mailing') return takeRequest(ports, input, answer, link);
  if (!link) return withoutCode(ports, input, answer, reading && 'link' in reading ? reading.link : undefined);
  switch (input.form) {
    case 'choices':
      return send(
        ports,
        input,
        `participant/${link.person}`,
        answer,
        'chosen',
        link.person,
        await choicesOf(ports, answer),
      );
    case 'evaluation':
      return evaluation(ports, input, answer, link.person, link.process, String(link.data?.kind ?? 'Closing'));
    case 'ending':
      return ending(ports, input, answer, link);
    case 'issue':
      return link.data?.case ? concern(ports, answer, link) : issue(ports, input, answer, link.person, link.process);
  }
}

/**
 * An answer whose code is missing, altered or too old changes nothing. Of an expired one we know whose it was: a fresh link goes
 * to the address on file. A reported issue is taken all the same (M33); for the rest staff look.
 */
async function withoutCode(
  ports: Ports,
  input: Taking,
  answer: FormAnswer,
  expired: ActionLink | undefined,
): Promise<string[]> {
  if (input.form === 'issue') return issue(ports, input, answer, expired?.person ?? '', expired?.process ?? '');
  if (expired)
    return send(ports, input, `participant/${expired.person}`, answer, 'fresh-link', expired.person, {
      ...expired.data,
      process: expired.process,
      action: expired.action,
    });
  await ports.record.commit((view) => ({
    result: undefined,
    changes: [unsignedNeed(view, input.form, answer.responseId, input.now)],
  }));
  return [];
}

/** A ranking by form, with what is wrong with it: people type IDs there. */
async function choicesOf(ports: Ports, answer: FormAnswer): Promise<NonNullable<Message['data']>> {
  const choice = (key: string) => (answer.answers[key]?.[0] ?? '').trim().toUpperCase();
  const ids = { first: choice('first'), second: choice('second'), third: choice('third') };
  const view = await ports.record.read();
  const isMentor = (id: string) => id === '' || (isRowId(id) && view.row('mentors', id) !== undefined);
  if (!Object.values(ids).every(isMentor)) return { by: 'form', problem: 'unknown-mentor' };
  return { by: 'form', ...ids };
}

const messageId = (answer: FormAnswer): string => `${answer.responseId}/${answer.at}`;

async function send(
  ports: Ports,
  input: Taking,
  to: string,
  answer: FormAnswer,
  kind: string,
  person: string,
  data: Message['data'],
): Promise<string[]> {
  await ports.runs.leave(to, {
    id: messageId(answer),
    kind,
    by: `person ${person}`,
    at: answer.at,
    ...(data ? { data } : {}),
    ...(input.clock ? { clock: input.clock } : {}),
  });
  return [to];
}

/**
 * An application: a new row, or, for somebody already there, new answers of the same row. An answer that names an existing
 * record without its signed code changes nothing; a confirmation goes to the address on file.
 */
async function application(
  ports: Ports,
  tab: PersonTab,
  input: Taking,
  answer: FormAnswer,
  coded: string | undefined,
): Promise<string[]> {
  const { cells, unread, note } = readApplication(input.form, answer);
  const id = rowId(tab, answer.responseId);
  const { result } = await ports.record.commit(
    (
      view,
    ): {
      changes: AnyChange[];
      result: { row: string; kind: 'new' | 'answered' | 'unsigned' | 'known' | 'handled' };
    } => {
      const existing = coded && view.row(tab, coded) ? coded : undefined;
      const consents = (person: string) =>
        consentRows(view, {
          tab,
          person,
          key: messageId(answer),
          at: answer.at,
          by: 'form',
          answers: cells,
        });
      // Read again, it must not bring back what staff have taken over since.
      if (existing)
        return {
          changes: consentsKept(view, messageId(answer), existing)
            ? []
            : [...newAnswers(view, tab, existing, { ...cells, ...unread }, note), ...consents(existing)],
          result: { row: existing, kind: 'answered' },
        };
      if (view.row(tab, id)) return { changes: [], result: { row: id, kind: 'known' } };
      const same = sameAddress(view, tab, String(cells.email ?? ''));
      if (same) return { changes: [], result: { row: same, kind: 'unsigned' } };
      if (wasAskedAbout(view, messageId(answer))) return { changes: [], result: { row: '', kind: 'handled' } };
      return {
        changes: [
          {
            tab,
            id,
            create: cells,
            cells: {
              season: seasonAt(view, input.now),
              ...(note ? { newAnswers: writeNewAnswers(tab, unread), systemNote: note } : {}),
            },
          } as AnyChange,
          ...consents(id),
        ],
        result: { row: id, kind: 'new' },
      };
    },
  );
  if (result.kind === 'handled') return [];
  const run = `participant/${result.row}`;
  if (result.kind === 'new' || result.kind === 'known') {
    await ports.runs.start('participant', { row: result.row, ...(input.clock ? { clock: input.clock } : {}) });
    return [run];
  }
  return send(ports, input, run, answer, result.kind === 'answered' ? 'answered' : 'unsigned', result.row, {});
}

/** Somebody's row, by the address in it or by the later one of the form. */
function sameAddress(view: View, tab: PersonTab, email: string): string | undefined {
  if (email === '') return undefined;
  const isSame = (address: string) => address.toLowerCase() === email.toLowerCase();
  return view.rows(tab).find((row) => row.cells.stage !== '' && (isSame(row.cells.email) || isSame(counted(row).email)))
    ?.id;
}

/** An answer without a code that was read before, when somebody had its address: read again, it is no new application. */
const wasAskedAbout = (view: View, message: string): boolean =>
  view.rows('mailLog').some(({ cells }) => cells.letter === 'confirm-form' && cells.step === `confirm/${message}`);

/** Later answers stand in New answers and count at once; the address itself waits for staff or the old address. */
function newAnswers(
  view: View,
  tab: PersonTab,
  id: string,
  cells: Readonly<Record<string, unknown>>,
  note: string,
): AnyChange[] {
  const row = view.row(tab, id);
  if (!row) return [];
  const answers: Record<string, string> = { ...readNewAnswers(tab, row.cells.newAnswers) };
  const now = row.cells as unknown as Readonly<Record<string, unknown>>;
  const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));
  for (const [key, value] of Object.entries(cells)) {
    if (key === 'code' || text(value) === '') continue;
    if (text(value) === text(now[key])) delete answers[key];
    else answers[key] = text(value);
  }
  return [
    {
      tab,
      id,
      cells: { newAnswers: writeNewAnswers(tab, answers), ...(note ? { systemNote: note } : {}) },
    } as AnyChange,
  ];
}

async function evaluation(
  ports: Ports,
  input: Taking,
  answer: FormAnswer,
  person: string,
  process: string,
  kind: string,
): Promise<string[]> {
  const pair = process.replace(/^mentorship\//, '');
  const create: Record<string, unknown> = { pair, person, kind };
  for (const key of ['works', 'goals', 'recommend', 'experience', 'improve'])
    create[key] = readOne('evaluations', key, answer);
  await ports.record.commit(() => ({
    result: undefined,
    changes: [{ tab: 'evaluations', id: rowId('evaluations', answer.responseId), create, cells: {} } as AnyChange],
  }));
  return kind === 'Closing' ? send(ports, input, process, answer, 'survey', person, {}) : [];
}

/** One answer ends the pair (M25); a reason, if there is one, is only for the Center. */
async function ending(ports: Ports, input: Taking, answer: FormAnswer, link: ActionLink): Promise<string[]> {
  if (answer.answers.improve?.some((words) => words.trim() !== ''))
    await evaluation(ports, input, answer, link.person, link.process, 'Leaving');
  return send(ports, input, link.process, answer, 'end', link.person, {});
}

/** Words given with a monthly check join the case that the check opened. */
async function concern(ports: Ports, answer: FormAnswer, link: ActionLink): Promise<string[]> {
  const pair = link.process.replace(/^mentorship\//, '');
  const create = {
    pair,
    person: link.person,
    month: Number(link.data?.month ?? 0),
    words: String(readOne('concerns', 'words', answer) ?? ''),
  };
  await ports.record.commit(() => ({
    result: undefined,
    changes: [
      { tab: 'concerns', id: rowId('concerns', answer.responseId), create, cells: { case: String(link.data?.case) } },
    ],
  }));
  return [];
}

/** An issue opens a case that only case officers read (M33). */
async function issue(
  ports: Ports,
  input: Taking,
  answer: FormAnswer,
  person: string,
  process: string,
): Promise<string[]> {
  const id = rowId('cases', answer.responseId);
  const pair = process.startsWith('mentorship/') ? process.slice('mentorship/'.length) : '';
  const category = readOne('cases', 'category', answer) ?? 'Other';
  const words = readOne('cases', 'words', answer) ?? '';
  await ports.record.commit((view) => ({
    result: undefined,
    changes: [
      {
        tab: 'cases',
        id,
        create: { reporter: person, pair, category, words },
        cells: { season: seasonAt(view, input.now) },
      } as AnyChange,
    ],
  }));
  await ports.runs.start('case', { row: id, ...(input.clock ? { clock: input.clock } : {}) });
  return [`case/${id}`];
}
