import {
  addMinutes,
  CalendarUnknown,
  civilDateOf,
  DAY_MS,
  fromMs,
  type Instant,
  nextSlot,
  toMs,
} from '../../calendar/index.ts';
import { addWaiting, waitingIn } from '../../letters/index.ts';
import type { Message } from '../../messages.ts';
import {
  type Context,
  Effects,
  type Event,
  exactly,
  type Moment,
  momentWords,
  type Plan,
  type Timers,
} from '../../process/index.ts';
import { tabOf } from '../../program/index.ts';
import * as address from './address.ts';
import * as applying from './applying.ts';
import * as choosing from './choosing.ts';
import * as leaving from './leaving.ts';
import * as places from './places.ts';
import * as training from './training.ts';
import { emptyParticipantMemory, type ParticipantFacts, type ParticipantMemory, type Person } from './types.ts';

/** A mentor or mentee, from application to the end of the programme year: eligibility, places, and their letter desk. */
export { hasNewSession, waitsForSession } from './training.ts';
export type { Booking, ParticipantFacts, ParticipantMemory, Session } from './types.ts';

/** The programme year has ended for this person; a row whose memory is lost goes on from its stage. */
export const isParticipantOver = (stage: string, memory: ParticipantMemory | undefined, waiting: number): boolean =>
  stage !== '' && waiting === 0 && memory !== undefined && memory.timers.yearEnd === undefined;

export function decideParticipant(
  facts: ParticipantFacts,
  events: readonly Event[],
  moment: Moment,
): Plan<ParticipantMemory> {
  const out = new Effects<ParticipantMemory>(moment, facts.id, facts.stage, facts.memory ?? emptyParticipantMemory());
  const person: Person = { facts, out };
  if (facts.season) out.cells.season = facts.season;
  for (const event of events) {
    if (event.type === 'start') {
      if (!facts.stage) applying.apply(person);
    } else if (event.type === 'due') due(person, event.timer);
    else if (event.type === 'message') receive(person, event.message);
  }
  nameNeeds(person);
  describe(person);
  return out.plan();
}

function due(person: Person, timer: string): void {
  const { out } = person;
  out.stop(timer);
  const [name, part = ''] = timer.split('/');
  switch (name) {
    case 'slot':
      return slot(person);
    case 'incomplete':
      return applying.remindMissing(person, part);
    case 'lapse':
      return applying.lapse(person);
    case 'trainingReminder':
      return training.remindTraining(person);
    case 'choiceReminder':
      return choosing.remindChoice(person, part);
    case 'grace':
      return graceOver(person);
    case 'yearEnd':
      return yearEnds(person);
    default:
      throw new Error(`no such timer: ${name}`);
  }
}

/** The person's slot of the day: everything that waited goes out as one letter, the nearest date first. */
function slot({ out, facts }: Person): void {
  const at = slotOf(facts, out.moment);
  if (at !== undefined && at <= out.now)
    out.slot = [...facts.waiting].sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
}

/** Of a person, what says when their letters go out. */
type Reader = Pick<ParticipantFacts, 'waiting' | 'offsetMinutes'>;

/** When the letters that wait for this person go out; undefined when none do. @throws CalendarUnknown */
function slotOf({ waiting, offsetMinutes }: Reader, { settings, holidays }: Context): Instant | undefined {
  const first = waiting.map(({ since }) => since).sort()[0];
  return first === undefined ? undefined : nextSlot(first, settings.slotTime, offsetMinutes, holidays);
}

/** Dates that follow from the row and stand in no memory. Beyond the calendar the slot is due at once, to be asked about. */
export function participantDues(facts: Reader, context: Context): Timers {
  try {
    const at = slotOf(facts, context);
    return at === undefined ? {} : { slot: exactly(at) };
  } catch (error) {
    if (!(error instanceof CalendarUnknown)) throw error;
    return { slot: exactly(facts.waiting[0]?.since ?? '') };
  }
}

/** A letter that waits in the row needs no decision before its slot. */
export const withWaiting = (facts: ParticipantFacts, message: Message): ParticipantFacts | undefined =>
  message.kind === 'item' ? { ...facts, waiting: addWaiting(facts.waiting, waitingIn(message, facts.id)) } : undefined;

function yearEnds(person: Person): void {
  const { out } = person;
  if (Object.keys(out.memory.places).length > 0) out.start('yearEnd', exactly(later(out.now, 30)));
  else out.ends = true;
}
const later = (at: string, days: number): string => fromMs(toMs(at) + days * DAY_MS);

function receive(person: Person, message: Message): void {
  const { out, facts } = person;
  switch (message.kind) {
    case 'edit':
      return edited(person);
    case 'answered':
      return answered(person);
    case 'unsigned':
      return out.letter('confirm-form', facts.id, `confirm/${message.id}`);
    case 'recheck':
      applying.renewDates(person);
      applying.examine(person);
      if (message.data?.tab === 'awards') return announceAwards(person);
      return training.review(person);
    case 'need':
      return needHandled(person, message);
    case 'reserve':
      return places.reserve(person, message);
    case 'hold':
      return places.hold(person, message);
    case 'activate':
      return places.activate(person, message);
    case 'free':
      return places.free(person, message);
    case 'request-silent':
      return places.requestSilent(person, message);
    case 'request-answered':
      return out.remember({ silentRequests: 0 });
    case 'choose':
      return choosing.choose(person, message);
    case 'round-closed':
      return choosing.roundClosed(person, message);
    case 'season-over':
      return choosing.seasonOver(person);
  }
  if (message.by.replace(/^person /, '') !== facts.id) return out.refuse('not-yours');
  switch (message.kind) {
    case 'fresh-link':
      return freshLink(person, message);
    case 'book':
      return training.book(person, message);
    case 'cancel':
      return training.cancelBooking(person);
    case 'chosen':
      return choosing.chosen(person, message);
    case 'resume':
      return leaving.comeBack(leaving.inNextSeason(person), facts.role);
    case 'confirm-address':
      return address.confirmAddress(person, message);
    case 'leave':
      return leaving.leave(person, 'Withdrawn', facts.role);
    case 'pause':
      return leaving.leave(person, 'Paused', facts.role);
    default:
      return out.refuse('unknown-message');
  }
}

/** An expired link was pressed: a fresh one goes to the address on file, one a day for each. */
function freshLink({ out, facts }: Person, message: Message): void {
  const { process = '', action = '', ...data } = message.data ?? {};
  const about = String(process).split('/')[1] ?? '';
  out.letter('fresh-link', facts.id, `fresh/${action}/${civilDateOf(out.now)}`, {
    about: about || facts.id,
    data: { ...data, action },
  });
  out.answer('noted');
}

/** Staff chose this mentor for an award: one letter for each, and the row says so (M30). */
function announceAwards({ out, facts }: Person): void {
  for (const award of facts.awards.filter(({ announced }) => !announced)) {
    out.letter('award', facts.id, `award/${award.season}`, {
      data: { season: award.season, award: award.id, months: award.months },
    });
    out.rows.push({ tab: 'awards', id: award.id, cells: { state: 'Award sent' } });
    out.note('Most active mentor', 'staff', award.season);
  }
}

const GRACE: Readonly<Record<string, number>> = { Pause: 1, Resume: 1, Withdraw: 1, Decline: 1 };

function edited(person: Person): void {
  const { out, facts } = person;
  const { pending, ...rest } = out.memory;
  if (facts.decision !== (pending?.decision ?? out.memory.decision ?? '')) {
    out.stop('grace');
    out.memory = rest;
    if (!facts.decision) {
      out.remember({ decision: '' });
      if (pending) out.cells.systemNote = 'Stopped; nothing was sent.';
    } else if (GRACE[facts.decision]) {
      const letters = 1 + Object.keys(out.memory.places).length * 2;
      const minutes =
        letters > out.moment.settings.graceMany
          ? out.moment.settings.graceManyMinutes
          : out.moment.settings.graceMinutes;
      const at = addMinutes(out.now, minutes);
      out.remember({ pending: { decision: facts.decision } });
      out.start('grace', exactly(at));
      out.cells.systemNote = `${letters === 1 ? '1 letter' : `${letters} letters`} at ${momentWords(at)}; clear the cell to stop.`;
    }
  }
  const before = out.stage;
  applying.examine(person);
  training.review(person);
  places.showPlaces(person);
  if (out.stage !== before && out.cells.systemNote === undefined)
    out.cells.systemNote = `Taken: ${before} → ${out.stage}.`;
}

function graceOver(person: Person): void {
  const { pending, ...rest } = person.out.memory;
  if (!pending || pending.decision !== person.facts.decision) return;
  person.out.memory = { ...rest, decision: pending.decision };
  act(person, pending.decision);
}

function act(person: Person, decision: string): void {
  const { out } = person;
  out.cells.systemNote = `Done: ${decision}.`;
  if (decision === 'Pause') return leaving.leave(person, 'Paused', 'staff');
  if (decision === 'Withdraw') return leaving.leave(person, 'Withdrawn', 'staff');
  if (decision === 'Decline' || decision === 'Decline person') return leaving.leave(person, 'Declined', 'staff');
  if (decision === 'Resume') return leaving.comeBack(person, 'staff');
}

/** The person sent the form again: missing answers count at once; who was out comes back. */
function answered(before: Person): void {
  address.askAddress(before);
  const person = leaving.inNextSeason(before);
  const { out } = person;
  if (person !== before) return leaving.rejoin(person);
  if (['Paused', 'Withdrawn', 'Declined'].includes(out.stage)) return leaving.comeBack(person, person.facts.role);
  out.cells.systemNote = answersNote(person);
  places.showPlaces(person);
  // A consent taken back counts at once too; a pair at work is for the two and the Center to decide.
  if (person.facts.missing.length > 0 && ['Training', 'Eligible', 'Choosing', 'Waiting'].includes(out.stage))
    return applying.askMissing(person);
  applying.examine(person);
}

function answersNote({ facts }: Person): string {
  const { columns } = tabOf(facts.role === 'mentor' ? 'mentors' : 'mentees');
  const unread = facts.unread.map((key) => `"${columns[key]?.header ?? key}"`);
  return [
    'New answers came in; they stand in "New answers" and count at once.',
    unread.length > 0 ? `${unread.join(', ')} cannot be read: correct it by hand.` : '',
    facts.newAddress
      ? 'The new address counts when the person confirms it from the old one, or you type it into Email.'
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function needHandled(person: Person, message: Message): void {
  const { out } = person;
  const action = String(message.data?.action ?? '');
  out.note(`${action} chosen in Needs you`, 'staff');
  out.cells.systemNote = `Done: ${action}.`;
  if (action === 'Confirm person') return applying.confirmPerson(person);
  out.remember({ open: {} });
  act(person, action);
}

function nameNeeds(person: Person): void {
  const { out, facts } = person;
  if (out.memory.open.duplicate)
    out.need({
      cause: `duplicate/${facts.id}`,
      what: 'Somebody applied twice',
      role: 'Coordinator',
      actions: ['Confirm person', 'Decline person'],
      why: 'Another row of the same role has the same address. Keep one: confirm this row, or decline it.',
    });
  if (out.memory.open.unrecognised)
    out.need({
      cause: `unrecognised/${facts.id}`,
      role: 'Coordinator',
      actions: ['Confirm person', 'Decline person'],
      what: facts.role === 'mentor' ? 'Is this applicant an alumnus?' : 'Is this applicant a student?',
      why:
        facts.role === 'mentor'
          ? 'Not found in the Alumni tab by address. Confirm the degree, or decline.'
          : 'The address is not one of the university. Confirm enrolment, or decline.',
    });
}

const TIMER_WORDS: Readonly<Record<string, string>> = {
  incomplete: 'Reminder about missing answers',
  lapse: 'Lapses',
  trainingReminder: 'Reminder of the training',
  choiceReminder: 'Reminder to choose',
  grace: 'The decision is carried out',
  yearEnd: 'Programme year ends',
};
const WAITS: Readonly<Record<string, string>> = {
  Applied: 'confirmation by the Center',
  Incomplete: 'missing answers',
  Training: 'attendance at a training',
  Eligible: 'a pair',
  Choosing: 'ranking of mentors',
  Waiting: 'the next round',
  Matched: 'the pair',
};

function describe(person: Person): void {
  const { out, facts } = person;
  out.waitingFor = WAITS[out.stage] ?? 'nothing';
  const soonest = Object.entries(out.memory.timers)
    .filter(([name]) => name !== 'yearEnd')
    .sort(([, a], [, b]) => (a.at < b.at ? -1 : 1))[0];
  const next = soonest ? `${TIMER_WORDS[soonest[0].split('/')[0] ?? ''] ?? 'Next'}: ${momentWords(soonest[1].at)}` : '';
  const waits = WAITS[out.stage] ? `Waits for ${WAITS[out.stage]}. ` : '';
  out.nextStep = training.waitsForSession(facts, out.stage, out.now)
    ? 'Waits for a training session with free places.'
    : `${waits}${next}`.trim();
}
