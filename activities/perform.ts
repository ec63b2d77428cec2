import type { Instant } from '../domain/calendar/index.ts';
import {
  addWaiting,
  type LetterOrder,
  letterKey,
  letterShape,
  readWaiting,
  type WaitingLetter,
  waitingData,
  writeWaiting,
} from '../domain/letters/index.ts';
import { LOOK, participantDues } from '../domain/mentorship/index.ts';
import { fromRunId, type Message, runId, type Slots } from '../domain/messages.ts';
import { type Context, historyId, type Plan } from '../domain/process/index.ts';
import { effectOnOthers } from './effect.ts';
import { enriched, withNames } from './enrich.ts';
import { contextOf } from './facts/context.ts';
import { type FactsOf, factsOf, type RowProcess, rowTab, seenHash } from './facts/index.ts';
import { counted, offsetOf, personTab } from './facts/people.ts';
import { correctedSince } from './letters/came-back.ts';
import { type ComposedLetter, composed, deliverLetters } from './letters/deliver.ts';
import { reserve } from './letters/log.ts';
import { reservedEarlier, wanted } from './letters/wanted.ts';
import { filesLeftBy } from './mailing/row.ts';
import { needChanges } from './needs.ts';
import { overlay } from './overlay.ts';
import type { AnyChange, Clock, Ports, View } from './ports.ts';

export interface LookInput {
  readonly process: RowProcess;
  readonly row: string;
  readonly now: Instant;
}
/** What a run knows of its row. `undefined` facts: the record does not exist. */
export interface Known<P extends RowProcess = RowProcess> {
  readonly facts: FactsOf[P] | undefined;
  readonly hash: string;
  readonly context: Context;
}

export interface PerformInput {
  readonly process: RowProcess;
  readonly row: string;
  /** What the plan rested on: fingerprint of the facts, version of settings and calendar. */
  readonly seen: string;
  readonly context: string;
  readonly now: Instant;
  readonly clock?: Clock;
  readonly plan: Plan;
}
export interface Performed extends Known {
  /** `changed`: somebody was faster; nothing was done, decide again on these facts. */
  readonly status: 'done' | 'changed';
  /** Runs that were messaged or started. */
  readonly touched: readonly string[];
  /** Runs that were only given letters to wait with. */
  readonly slots: Slots;
}

const known = (process: RowProcess, view: View, row: string, now: Instant): Known => {
  const facts = factsOf(process, view, row, now);
  return { facts, hash: facts ? seenHash(process, facts) : '', context: contextOf(view) };
};

export async function look(ports: Ports, { process, row, now }: LookInput): Promise<Known> {
  return ports.record.ask((view) => known(process, view, row, now));
}

/**
 * The one activity of a wake. Writes the row with everything that belongs to it and reserves the letters, in one guarded
 * commit that happens only if the row still is what the plan rested on; then sends and marks the letters and messages
 * other runs. A repetition after a crash finds its own commit by the number of the wake and goes on from there.
 */
export async function perform(ports: Ports, input: PerformInput): Promise<Performed> {
  const { process, row, plan } = input;
  const effect = process === 'mentorship' && plan.cells.effect === LOOK ? await effectOnOthers(ports, row) : undefined;
  const { result } = await ports.record.commit((view): { changes: readonly AnyChange[]; result: Committed } => {
    const before = known(process, view, row, input.now);
    if (before.facts && repeats(before.facts, plan))
      return {
        changes: [],
        result: {
          status: 'done',
          letters: composed(ports, view, reservedEarlier(view, plan, input.now)),
          slots: slotsOf(view, plan, row),
          before,
        },
      };
    if (before.hash !== input.seen || before.context.version !== input.context || !holdsSlot(before.facts, plan))
      return { changes: [], result: { status: 'changed', letters: [], slots: {}, before } };
    const letters = wanted(view, plan, input.now);
    const changes = changesOf(ports, view, input, before.facts?.id ?? row, letters, effect);
    const after = overlay(view, changes);
    const ready = composed(ports, view, letters, after);
    const slots = slotsOf(after, plan, row);
    const left = process === 'mailing' ? filesLeftBy(view, after, row) : [];
    return {
      changes,
      result: { status: 'done', letters: ready, slots, left, before: known(process, after, row, input.now) },
    };
  });
  if (result.status === 'changed') return { ...result.before, status: 'changed', touched: [], slots: {} };
  // Neither waits for the other: a mail server that is down must not keep other runs waiting. Both are done before a repetition.
  const [delivered, told] = await Promise.allSettled([
    deliverLetters(ports, result.letters, input.now),
    tellOthers(ports, input),
    ...(result.left ?? []).map((file) => ports.bulk.files.trash(file)),
  ]);
  if (delivered.status === 'rejected') throw delivered.reason;
  if (told.status === 'rejected') throw told.reason;
  return { ...result.before, status: 'done', touched: told.value, slots: result.slots };
}

/** Whether the letters that the plan sends as one are all that wait: one more may have come since it was made. */
function holdsSlot(facts: FactsOf[RowProcess] | undefined, { slot }: Plan): boolean {
  if (slot.length === 0 || !facts || !('waiting' in facts)) return true;
  const planned = new Set(slot.map(letterKey));
  return facts.waiting.length === slot.length && facts.waiting.every((letter) => planned.has(letterKey(letter)));
}

interface Committed {
  readonly status: 'done' | 'changed';
  readonly letters: readonly ComposedLetter[];
  readonly slots: Slots;
  /** Uploads that nothing names any more. A crash before they are put away only leaves them where they are. */
  readonly left?: readonly string[];
  readonly before: Known;
}

/** Our own commit of this very wake: the memory it wrote is there. */
const repeats = (facts: FactsOf[RowProcess], plan: Plan): boolean =>
  facts.memory !== undefined &&
  plan.memory.wake === facts.memory.wake &&
  JSON.stringify(plan.memory) === JSON.stringify(facts.memory);

function changesOf(
  ports: Ports,
  view: View,
  input: PerformInput,
  row: string,
  letters: readonly LetterOrder[][],
  effect: string | undefined,
): AnyChange[] {
  const { process, plan, now } = input;
  const tab = rowTab(process, row);
  const own = {
    tab,
    id: row,
    cells: {
      ...plan.cells,
      ...(effect === undefined ? {} : { effect }),
      stage: plan.stage,
      nextStep: plan.nextStep,
      memory: JSON.stringify(plan.memory),
    },
  } as AnyChange;
  const rows = plan.rows.map(
    (side) =>
      ({
        tab: side.tab,
        id: side.id,
        cells: side.cells,
        ...(side.create ? { create: side.create } : {}),
      }) as unknown as AnyChange,
  );
  const history = plan.history.map(
    (entry, i): AnyChange => ({
      tab: 'history',
      id: historyId(row, plan.memory.wake ?? 0, i, entry.change),
      create: {},
      cells: { at: now, row, change: entry.change, by: entry.by, why: entry.why },
    }),
  );
  return [
    withNames(view, own, now),
    ...waitingChanges(view, row, plan, now),
    ...rows.map((change) => enriched(view, change, ports.links)),
    ...history,
    ...needChanges(view, row, plan.needs, now),
    ...correctedSince(overlay(view, [own]), row),
    ...reserve(letters, now, ports),
  ];
}

const isPatient = (order: LetterOrder): boolean => !letterShape(order.key).urgent;

/** Letters that are not urgent lie in the rows of their readers until their slot; what goes out now is taken from there. */
function waitingChanges(view: View, row: string, plan: Plan, now: Instant): AnyChange[] {
  const byReader = Object.groupBy(plan.letters.filter(isPatient), (order) => order.to);
  const readers = new Set([...Object.keys(byReader), ...(plan.slot.length > 0 ? [row] : [])]);
  return [...readers].flatMap((id): AnyChange[] => {
    const tab = personTab(id);
    const person = tab && view.row(tab, id);
    if (!person) return [];
    const before = id === row && plan.slot.length > 0 ? [] : readWaiting(person.cells.waiting);
    const after = (byReader[id] ?? []).reduce<readonly WaitingLetter[]>(
      (all, order) => addWaiting(all, { ...order, since: now }),
      before,
    );
    return [{ tab, id, cells: { waiting: writeWaiting(after) } } as AnyChange];
  });
}

/** When the letters go out that this plan leaves with others. */
function slotsOf(view: View, plan: Plan, row: string): Slots {
  const context = contextOf(view);
  const readers = new Set(plan.letters.filter(isPatient).map((order) => order.to));
  return Object.fromEntries(
    [...readers].flatMap((id) => {
      const tab = personTab(id);
      const person = tab && id !== row ? view.row(tab, id) : undefined;
      if (!person) return [];
      const waiting = readWaiting(person.cells.waiting);
      const { slot } = participantDues({ waiting, offsetMinutes: offsetOf(counted(person).timeZone) }, context);
      return slot ? [[runId('participant', id), slot.at]] : [];
    }),
  );
}

/** Messages to other runs, letters that wait for somebody's slot, and new runs. All idempotent by message id. */
async function tellOthers(ports: Ports, { row, plan, now, clock, process }: PerformInput): Promise<string[]> {
  const touched: string[] = [];
  const message = (kind: string, key: string, data: Message['data']): Message => ({
    id: `${row}/${key}/${kind}`,
    kind,
    by: process === 'case' ? 'staff' : 'program',
    at: now,
    ...(data ? { data } : {}),
    ...(clock ? { clock } : {}),
  });
  for (const start of plan.starts) {
    await ports.runs.start(start.name, { row: start.row, ...(clock ? { clock } : {}) });
    touched.push(`${start.name}/${start.row}`);
  }
  const own = `${process}/${row}`;
  const messages = [
    ...plan.letters
      .filter(isPatient)
      .filter((order) => order.to !== row)
      .map((order) => ({
        to: `participant/${order.to}`,
        message: message('item', letterKey(order), waitingData({ ...order, since: now })),
      })),
    ...plan.tells
      .filter((tell) => tell.to !== own)
      .map((tell) => ({ to: tell.to, message: message(tell.kind, tell.key, tell.data) })),
  ];
  const leaveAll = (all: typeof messages) =>
    Promise.all(
      Object.values(Object.groupBy(all, (each) => each.to)).map(async (toOne = []) => {
        for (const each of toOne) await ports.runs.leave(each.to, each.message);
      }),
    );
  // In order to each run, and to the season last: it may propose the next pair at once, when the places have to be free.
  const isSeason = ({ to }: (typeof messages)[number]) => fromRunId(to).name === 'cohort';
  await leaveAll(messages.filter((each) => !isSeason(each)));
  await leaveAll(messages.filter(isSeason));
  // Whoever was only given letters to wait with has nothing to do before their slot.
  return [...touched, ...messages.flatMap((each) => (each.message.kind === 'item' ? [] : [each.to]))];
}
