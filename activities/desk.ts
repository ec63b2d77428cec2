import {
  addWorkingDays,
  civilDateOf,
  fromMs,
  type Instant,
  instantAt,
  nextSlot,
  toMs,
} from '../domain/calendar/index.ts';
import type { LetterOrder } from '../domain/letters/index.ts';
import { isMailingOver } from '../domain/mailing/index.ts';
import { hasNewSession, type ParticipantFacts, waitsForSession } from '../domain/mentorship/index.ts';
import { type Message, runId } from '../domain/messages.ts';
import type { Need } from '../domain/process/index.ts';
import { type Role, rowId, TABS } from '../domain/program/index.ts';
import { contextOf } from './facts/context.ts';
import { participantFacts } from './facts/participant.ts';
import { correctedSince } from './letters/came-back.ts';
import { composed, deliverLetters } from './letters/deliver.ts';
import { batchKey, keeping, keptIn, logRow, orderOf, reserve } from './letters/log.ts';
import { isStillTrue, wanted } from './letters/wanted.ts';
import { holdersOf, isCameBack, needChanges, ownerChanges } from './needs.ts';
import { overlay } from './overlay.ts';
import type { AnyChange, Clock, Ports, View } from './ports.ts';

export interface DeskInput {
  readonly now: Instant;
  readonly clock?: Clock;
}
export interface DeskDone {
  /** Runs that were told something. */
  readonly touched?: readonly string[];
  readonly nextLetter: Instant;
  readonly openNeeds: number;
}

/** The `about` of rows that belong to no single process. */
export const DESK = 'desk';
/** Links of a letter of the day work so long, in milliseconds: the next day brings new ones, a holiday may be long. */
export const LINKS_LAST = 14 * 86_400_000;
/** Roles that own rows of the queue. */
const QUEUE_ROLES = ['Coordinator', 'Case officer'] as const;
/** Those of mailings, wanted while one is open: a programme without mailings needs no moderator. */
const MAILING_ROLES = ['Moderator', 'Center approver', 'Communication officer', 'Director'] as const;

const queueRoles = (view: View): readonly Role[] =>
  view.rows('mailings').some(({ cells }) => cells.stage !== '' && !isMailingOver(cells.stage))
    ? [...QUEUE_ROLES, ...MAILING_ROLES]
    : QUEUE_ROLES;

/** Opens and closes the rows that stand for many people or for the programme itself. */
export async function refreshDesk(ports: Ports, input: DeskInput): Promise<DeskDone> {
  const { result } = await ports.record.commit((view) => ({
    changes: deskChanges(view, input.now, false),
    result: done(view, input.now),
  }));
  return result;
}

function done(view: View, now: Instant): DeskDone {
  const { settings, holidays } = contextOf(view);
  return {
    nextLetter: nextSlot(now, settings.staffLetterTime, 300, holidays),
    openNeeds: view.rows('needs').filter((row) => row.cells.state === 'Open').length,
  };
}

/** Rows that are the desk's own, and owners as they are today. One row is changed once. */
function deskChanges(view: View, now: Instant, daily: boolean): AnyChange[] {
  const needs = [...needChanges(view, DESK, causesNow(view, now, daily), now), ...correctedSince(view)];
  const changed = new Set(needs.map((change) => change.id));
  return [...needs, ...ownerChanges(view, now).filter((change) => !changed.has(change.id))];
}

/** People who are to attend a training, as their processes see them. */
const inTraining = (view: View, tab: 'mentors' | 'mentees'): ParticipantFacts[] =>
  view
    .rows(tab)
    .filter((row) => row.cells.stage === 'Training')
    .map((row) => participantFacts(view, row.id))
    .filter((facts) => facts !== undefined);

/** One row per cause, not per person (lifecycle of the queue). */
function causesNow(view: View, now: Instant, daily = false): Need[] {
  const needs: Need[] = [];
  const { settings, holidays } = contextOf(view);
  for (const tab of ['mentors', 'mentees'] as const) {
    const waiting = inTraining(view, tab).filter((facts) => waitsForSession(facts, facts.stage, now));
    if (waiting.length > 0)
      needs.push({
        cause: `no-session/${tab}`,
        about: DESK,
        role: 'Coordinator',
        actions: ['Done'],
        what: `${waiting.length} ${waiting.length === 1 ? 'person waits' : 'people wait'} for a training session`,
        why: `No session with free places is ahead for ${TABS[tab].title.toLowerCase()}. Type one into the Training tab; everybody is invited by itself.`,
      });
  }
  for (const session of view.rows('training')) {
    if (session.cells.date === '' || session.cells.complete || session.cells.from === '') continue;
    const day = addWorkingDays(session.cells.date, settings.attendanceOverdue, holidays);
    if (
      now >= instantAt(day, session.cells.to || session.cells.from) &&
      view.rows('attendance').some((row) => row.cells.session === session.id)
    )
      needs.push({
        cause: `attendance/${session.id}`,
        about: DESK,
        role: 'Coordinator',
        actions: ['Done'],
        what: 'An attendance list is not complete',
        why: `${session.cells.topic}, ${session.cells.date}: tick who came in Attendance, then "Attendance complete" in Training.`,
      });
  }
  // A programme that is being set up has no staff yet; the letter of the day says so.
  const isSetUp = daily || view.rows('staff').length > 0;
  for (const role of queueRoles(view))
    if (isSetUp && holdersOf(view, role, now).length === 0)
      needs.push({
        cause: `role/${role}`,
        about: DESK,
        role: 'Coordinator',
        actions: ['Done'],
        what: `Nobody present has the role ${role}`,
        why: 'Give somebody the role in the Staff tab, or name a deputy who is present (P4).',
      });
  return needs;
}

/** The letter of each working day to everybody who may own rows of the queue, even when there are none. */
export async function writeDailyLetters(ports: Ports, input: DeskInput): Promise<DeskDone> {
  const today = civilDateOf(input.now);
  const { result } = await ports.record.commit((view) => {
    const roles = queueRoles(view);
    const desk = deskChanges(view, input.now, true);
    const owners = ownersIn(overlay(view, desk));
    const orders = view
      .rows('staff')
      .filter(
        (row) =>
          row.cells.email !== '' &&
          (owners.has(row.cells.name) ||
            roles.some((role) => holdersOf(view, role, input.now).some((holder) => holder.id === row.id))),
      )
      .map(
        (row): LetterOrder => ({
          key: 'daily',
          to: row.id,
          about: DESK,
          step: `daily/${today}`,
          expires: fromMs(toMs(input.now) + LINKS_LAST),
          data: { today, now: input.now },
        }),
      );
    const letters = wanted(view, { letters: orders, slot: [] }, input.now);
    const changes = [...desk, ...reserve(letters, input.now, ports)];
    const ready = composed(ports, view, letters, overlay(view, changes));
    const waiting = waitForPlaces(view, input.now);
    return { changes, result: { letters: ready, waiting, done: done(view, input.now) } };
  });
  await deliverLetters(ports, result.letters, input.now);
  await offerFreePlaces(ports, result.waiting, input);
  return { ...result.done, touched: result.waiting };
}

/** Names of who owns an open row: a deputy may for whom nobody is away, where the mailing is of those who have the role. */
const ownersIn = (view: View): ReadonlySet<string> =>
  new Set(
    view.rows('needs').flatMap(({ cells }) => (cells.state === 'Open' ? cells.owner.split(', ').filter(Boolean) : [])),
  );

/** Runs of people who may book a session that had no free place when they were invited. */
const waitForPlaces = (view: View, now: Instant): string[] =>
  [...inTraining(view, 'mentors'), ...inTraining(view, 'mentees')]
    .filter((facts) => hasNewSession(facts, now))
    .map((facts) => runId('participant', facts.id));

/** Places that became free since people were invited: whoever waits for one looks again. */
async function offerFreePlaces(ports: Ports, runs: readonly string[], input: DeskInput): Promise<void> {
  await Promise.all(
    runs.map((run) =>
      ports.runs.leave(run, {
        id: `places/${civilDateOf(input.now)}/${run}`,
        kind: 'recheck',
        by: 'program',
        at: input.now,
        ...(input.clock ? { clock: input.clock } : {}),
      }),
    ),
  );
}

/** An action on a row of the desk's own: letters in doubt or refused, causes that stand for many. */
export async function handleNeed(
  ports: Ports,
  { message, now }: { readonly message: Message; readonly now: Instant },
): Promise<void> {
  const need = String(message.data?.need ?? '');
  const action = String(message.data?.action ?? '');
  const cause = String(message.data?.cause ?? '');
  const about = String(message.data?.about ?? '');
  const { result: again } = await ports.record.commit((view) => {
    const letters = action === 'Send again' ? lettersAgain(view, about, cause, now) : [];
    // Done before, and repeated: what was begun then must not begin anew.
    const isFirst = view.row('history', rowId('history', message.id)) === undefined;
    const asked = isFirst ? nextSending(view, letters) : [];
    const isNothing = action === 'Send again' && letters.length === 0;
    const answer: AnyChange = {
      tab: 'needs',
      id: need,
      cells: isNothing
        ? { systemNote: isCameBack(cause) ? NOTHING_LEFT : UNREADABLE }
        : { state: 'Closed', systemNote: `${action}: done.` },
    };
    const history: AnyChange = {
      tab: 'history',
      id: rowId('history', message.id),
      create: {},
      cells: { at: now, row: about, change: `${action} chosen in Needs you`, by: 'staff', why: cause },
    };
    const isLetter = view.row('mailLog', about) !== undefined;
    const mark: AnyChange[] =
      isLetter && action === 'Mark sent'
        ? [{ tab: 'mailLog', id: about, cells: { status: 'sent', reply: 'marked by staff' } }]
        : [];
    const ready = composed(ports, view, letters, overlay(view, asked));
    return { changes: isFirst ? [answer, history, ...mark, ...asked] : [], result: { ready, isFirst } };
  });
  // What this worker remembers of the first try must not stand in the way of the one that staff asked for.
  if (again.isFirst) for (const { batch } of again.ready) ports.journal.forget(batchKey(batch));
  await deliverLetters(ports, again.ready, now);
}
const UNREADABLE = 'The letter cannot be made again; write to the person yourself.';
const NOTHING_LEFT = 'Nothing of what came back still holds, so nothing was sent.';

/**
 * The subjects of the letter that a Mail log row belongs to; those merged into one go out as one again. For a person, every letter that came
 * back, without what no longer holds.
 */
function lettersAgain(view: View, about: string, cause: string, now: Instant): LetterOrder[][] {
  const row = view.row('mailLog', about);
  const all = view
    .rows('mailLog')
    .filter(({ cells }) =>
      isCameBack(cause)
        ? cells.to === about && cells.status === 'bounced'
        : row !== undefined && cells.message === row.cells.message && cells.status !== 'sent',
    );
  const letters = Object.values(Object.groupBy(all, ({ cells }) => cells.message)).map((rows = []) =>
    rows.flatMap((each) => orderOf(each) ?? []),
  );
  if (!isCameBack(cause)) return letters.filter((batch) => batch.length > 0);
  return letters
    .map((batch) => batch.filter((order) => isStillTrue(view, order, now)))
    .filter((batch) => batch.length > 0);
}

/** Counts the next sending of letters, so that a late report on an earlier one is told apart. */
const nextSending = (view: View, letters: readonly (readonly LetterOrder[])[]): AnyChange[] =>
  letters.flat().flatMap((order): AnyChange[] => {
    const row = view.row('mailLog', logRow(order));
    if (!row) return [];
    const again = (keptIn(row).again ?? 0) + 1;
    return [{ tab: 'mailLog', id: row.id, cells: { order: keeping(row, { again }) } }];
  });
