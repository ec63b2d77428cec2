import { continueAsNew, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { FactsOf, Known, Performed, RowProcess } from '../activities/index.ts';
import { CalendarUnknown } from '../domain/calendar/index.ts';
import type { Ended, Message, RunInput } from '../domain/messages.ts';
import {
  afterOutage,
  type Context,
  dueTimer,
  type Event,
  type Memory,
  type Moment,
  nextDue,
  type Plan,
  type Timers,
} from '../domain/process/index.ts';
import { Inbox } from './inbox.ts';
import { acts } from './profiles.ts';

/** One process, as the common loop runs it. */
export interface Process<P extends RowProcess> {
  readonly name: P;
  /** Asks other runs or activities what the decision needs; may answer nothing. */
  readonly prepare?: (facts: FactsOf[P], event: Event, inbox: Inbox) => Promise<unknown>;
  readonly decide: (facts: FactsOf[P], events: readonly Event[], moment: Moment, prepared: unknown) => Plan;
  /** Nothing is left to do for a row at this stage. */
  readonly isOver: (facts: FactsOf[P]) => boolean;
  /** The facts hold a picture of other rows, which may have changed while the run slept: look again on waking. */
  readonly looksAround?: true;
  /** The facts with what a message says, when it needs no decision of its own. */
  readonly absorb?: (facts: FactsOf[P], message: Message) => FactsOf[P] | undefined;
  /** Dates that follow from the facts and stand in no memory. */
  readonly dues?: (facts: FactsOf[P], context: Context) => Timers;
}

type Wake = { readonly events: readonly Event[]; readonly messages: readonly Message[] };

/**
 * The one loop of all processes: take a message or a due date, look at the row, decide, act, answer. The row is the memory;
 * what the run keeps is only what it read there last.
 */
export async function runProcess<P extends RowProcess>(process: Process<P>, input: RunInput): Promise<Ended> {
  const inbox = new Inbox(input.clock, input.carried);
  const look = async () => (await acts.look({ process: process.name, row: input.row, now: inbox.now() })) as Known<P>;
  let known = await look();
  let wake: Wake | undefined =
    known.facts && known.facts.stage === '' ? { events: [{ type: 'start' }], messages: [] } : undefined;
  for (;;) {
    if (wake && process.looksAround) known = await look();
    if (wake) known = await handle(process, input.row, inbox, known, wake);
    known = absorb(process, known, inbox);
    const { facts } = known;
    if (!facts || (process.isOver(facts) && inbox.isEmpty)) {
      answerLeft(inbox, facts ? 'over' : 'row-gone');
      const { touched, slots = {} } = await inbox.close();
      return { touched, slots };
    }
    inbox.due = nextDue(timersOf(process, facts, known.context));
    if (inbox.isEmpty && workflowInfo().continueAsNewSuggested) {
      const carried = await inbox.close();
      await continueAsNew<(next: RunInput) => Promise<Ended>>({
        row: input.row,
        carried,
        ...(inbox.clock ? { clock: inbox.clock } : {}),
      });
    }
    await inbox.wait(inbox.shown.waitingFor);
    known = absorb(process, known, inbox);
    wake = known.facts && takeWake(process, known.facts, known.context, inbox);
  }
}

/** Everything in line that only adds to what the run knows of its row, where it stands already. */
function absorb<P extends RowProcess>(process: Process<P>, known: Known<P>, inbox: Inbox): Known<P> {
  let { facts } = known;
  if (!facts || !process.absorb) return known;
  for (const message of [...inbox.left]) {
    const more: FactsOf[P] | undefined = process.absorb(facts, message);
    if (!more) continue;
    facts = more;
    inbox.settleMessage(message, { status: 'done', code: 'noted' });
  }
  return { ...known, facts };
}

const timersOf = <P extends RowProcess>(process: Process<P>, facts: FactsOf[P], context: Context): Timers => ({
  ...facts.memory?.timers,
  ...process.dues?.(facts, context),
});

function takeWake<P extends RowProcess>(
  process: Process<P>,
  facts: FactsOf[P],
  context: Context,
  inbox: Inbox,
): Wake | undefined {
  const message = inbox.next();
  if (message) return { events: [{ type: 'message', message }], messages: [message] };
  const now = inbox.now();
  const timers = timersOf(process, facts, context);
  if (dueTimer(timers, now) === undefined) return undefined;
  const timer = dueTimer(afterOutage(timers, { ...context, now }), now);
  return { events: [timer === undefined ? { type: 'outage' } : { type: 'due', timer }], messages: [] };
}

/** Decides and performs until the row stood still in between. */
async function handle<P extends RowProcess>(
  process: Process<P>,
  row: string,
  inbox: Inbox,
  before: Known<P>,
  wake: Wake,
): Promise<Known<P>> {
  let known = before;
  for (;;) {
    const { facts, context } = known;
    if (!facts) return known;
    const moment: Moment = { ...context, now: inbox.now() };
    const [event] = wake.events;
    const prepared = event && process.prepare ? await process.prepare(facts, event, inbox) : undefined;
    const plan = decided(process, facts, wake.events, moment, prepared);
    if (plan === undefined) return beyondCalendar(process, row, inbox, known, wake);
    const done = (await acts.perform({
      process: process.name,
      row,
      seen: known.hash,
      context: context.version,
      now: moment.now,
      plan,
      ...(inbox.clock ? { clock: inbox.clock } : {}),
    })) as Performed & Known<P>;
    known = { facts: done.facts, hash: done.hash, context: done.context };
    if (done.status === 'changed') continue;
    inbox.touch(done.touched, done.slots);
    for (const message of wake.messages) inbox.settleMessage(message, plan.outcome);
    show(process, known, inbox, plan);
    return known;
  }
}

/** The plan of a wake, or undefined when a date lies beyond the confirmed calendar: nothing is guessed (Q9). */
function decided<P extends RowProcess>(
  process: Process<P>,
  facts: FactsOf[P],
  events: readonly Event[],
  moment: Moment,
  prepared: unknown,
): Plan | undefined {
  try {
    const memory = facts.memory as Memory | undefined;
    const steady = memory
      ? ({ ...facts, memory: { ...memory, timers: afterOutage(memory.timers, moment) } } as FactsOf[P])
      : facts;
    const plan = process.decide(steady, events, moment, prepared);
    return { ...plan, memory: { ...plan.memory, wake: (memory?.wake ?? 0) + 1 } };
  } catch (error) {
    if (error instanceof CalendarUnknown) return undefined;
    throw error;
  }
}

/** Staff are asked to complete the calendar; the wake is tried again when they have. */
async function beyondCalendar<P extends RowProcess>(
  process: Process<P>,
  row: string,
  inbox: Inbox,
  known: Known<P>,
  wake: Wake,
): Promise<Known<P>> {
  await acts.raiseNeed({ row, cause: 'beyond-calendar', now: inbox.now() });
  for (const message of wake.messages) inbox.settleMessage(message, { status: 'pending', code: 'kept' });
  inbox.due = null;
  await inbox.wait('a complete calendar');
  const fresh = (await acts.look({ process: process.name, row, now: inbox.now() })) as Known<P>;
  return fresh.hash === known.hash && fresh.context.version === known.context.version && inbox.isEmpty
    ? beyondCalendar(process, row, inbox, fresh, wake)
    : handle(process, row, inbox, fresh, wake);
}

function answerLeft(inbox: Inbox, code: string): void {
  for (const message of [...inbox.left]) inbox.settleMessage(message, { status: 'refused', code });
}

const seasonOf = (facts: FactsOf[RowProcess]): string => ('typedName' in facts ? facts.name : facts.season);

/** What operators see without asking a worker, and with one. */
function show<P extends RowProcess>(process: Process<P>, known: Known<P>, inbox: Inbox, plan: Plan): void {
  const { facts, context } = known;
  if (!facts) return;
  const due = nextDue(timersOf(process, facts, context));
  if (inbox.shown.stage !== plan.stage || inbox.shown.waitingFor !== plan.waitingFor || inbox.shown.due !== due)
    upsertSearchAttributes({
      Process: [process.name],
      Stage: [plan.stage || 'New'],
      Season: seasonOf(facts) ? [seasonOf(facts)] : [],
      ...('unit' in facts ? { Unit: facts.unit ? [facts.unit] : [] } : {}),
      WaitingFor: [plan.waitingFor || 'nothing'],
      NextAction: due ? [new Date(due)] : [],
      NeedsStaff: [plan.needs.length > 0],
    });
  inbox.shown = { stage: plan.stage, waitingFor: plan.waitingFor, due, queued: 0 };
  setCurrentDetails(
    `**${plan.stage || 'New'}**, waits for ${plan.waitingFor || 'nothing'}\n\n${plan.nextStep}\n\nSince ${inbox.now()}${due ? `, next date ${due}` : ''}`,
  );
}
