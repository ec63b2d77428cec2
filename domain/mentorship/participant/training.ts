import {
  addDays,
  addMonths,
  addWorkingDays,
  type CivilDate,
  civilDateOf,
  type Instant,
  instantAt,
} from '../../calendar/index.ts';
import type { Message } from '../../messages.ts';
import { exactly, momentWords } from '../../process/index.ts';
import { rowId } from '../../program/index.ts';
import { openPlaces, showPlaces } from './places.ts';
import type { Booking, ParticipantFacts, Person, Session } from './types.ts';

const sessionOf = (facts: ParticipantFacts, id: string): Session | undefined => facts.sessions.find((s) => s.id === id);
const ahead = (facts: ParticipantFacts, now: string): readonly Session[] =>
  facts.sessions.filter((s) => s.at > now && (s.free === null || s.free > 0));
const bookingIn = (facts: ParticipantFacts): Booking | undefined =>
  facts.bookings.find((b) => b.state === 'booked' && sessionOf(facts, b.session) !== undefined);
const booking = ({ facts }: Person): Booking | undefined => bookingIn(facts);
const hasAttended = ({ facts }: Person): boolean => facts.bookings.some((b) => b.attended);

/** In training, without a place, and no session ahead has one: staff have to announce another. */
export const waitsForSession = (facts: ParticipantFacts, stage: string, now: string): boolean =>
  stage === 'Training' && bookingIn(facts) === undefined && ahead(facts, now).length === 0;

/** A session with places is ahead that this person was not invited to: one was announced, or a place became free. */
export const hasNewSession = (facts: ParticipantFacts, now: string): boolean =>
  facts.stage === 'Training' &&
  bookingIn(facts) === undefined &&
  ahead(facts, now).some(({ id }) => !facts.memory?.invited?.includes(id));

/** Last day of the programme year: training counts until then, and whoever is out may come back (Q24). */
export const programmeYearEnds = ({ facts, out }: Person): CivilDate =>
  addMonths(facts.seasonEnds || addDays(civilDateOf(out.now), 365), 8);

/** For links by which people come back: they work as long as their run is there. */
export function allYear({ out }: Person): { expires?: Instant } {
  const end = out.memory.timers.yearEnd?.at;
  return end ? { expires: end } : {};
}

/** Recognised and complete: trained people are eligible at once, the others are invited (M12, Q24). */
export function ready(person: Person): void {
  const { out } = person;
  if (hasAttended(person) || (out.memory.validUntil ?? '') >= civilDateOf(out.now)) return eligible(person);
  out.moveTo('Training', 'program', 'Profile complete');
  out.remember({ invited: [] });
  invite(person, 'training-invitation');
}

/** Invites to the sessions ahead, once to each; without one the desk keeps a single row for all who wait. */
function invite(person: Person, key: 'training-invitation' | 'training-missed'): void {
  const { out, facts } = person;
  const sessions = ahead(facts, out.now).map((s) => s.id);
  const invited = out.memory.invited ?? [];
  const isNews = key === 'training-missed' || sessions.some((id) => !invited.includes(id));
  if (sessions.length === 0 || !isNews) return;
  out.remember({ invited: [...new Set([...invited, ...sessions])] });
  out.letter(key, facts.id, `${key}/${sessions.join('+')}/${civilDateOf(out.now)}`);
}

/** Attendance, sessions or settings changed: goes on where it is due. */
export function review(person: Person): void {
  const { out } = person;
  if (out.stage !== 'Training') return;
  if (hasAttended(person)) return eligible(person);
  takenOff(person);
  const booked = booking(person);
  const session = booked && sessionOf(person.facts, booked.session);
  if (!booked || !session) return invite(person, 'training-invitation');
  if (session.complete && session.at <= out.now) return missed(person, booked);
  if (out.memory.booked?.session === session.id && out.memory.booked.at !== session.at) moved(person, booked, session);
}

function missed(person: Person, booked: Booking): void {
  const { out } = person;
  forgetBooking(person);
  out.rows.push({ tab: 'attendance', id: booked.id, cells: { state: 'missed' } });
  out.note('Missed a training session', 'staff', booked.session);
  out.cells.systemNote = 'Missed the session booked; invited to the next ones.';
  invite(person, 'training-missed');
}

/** What a calendar is told with a letter: which booking, and a number that grows. */
function forCalendar({ out }: Person, session: string, attendance: string, start: Instant) {
  const sequence = (out.memory.calendar ?? 0) + 1;
  out.remember({ calendar: sequence });
  return { session, attendance, start, sequence, stamp: out.now };
}

/** A session that somebody had booked has no row or no date any more: it goes from their calendar, too. */
function takenOff(person: Person): void {
  const { out, facts } = person;
  const { booked } = out.memory;
  if (!booked || sessionOf(facts, booked.session) || booked.at <= out.now) return;
  const id = rowId('attendance', `${booked.session}/${facts.id}`);
  forgetBooking(person);
  if (facts.bookings.some((each) => each.id === id && each.state === 'booked'))
    out.rows.push({ tab: 'attendance', id, cells: { state: 'cancelled' } });
  tellCancelled(person, booked.session, id, booked.at);
  out.note('A training session was taken off', 'staff', booked.session);
  out.cells.systemNote = 'The session booked was taken off; may book another one.';
}

function tellCancelled(person: Person, session: string, attendance: string, start: Instant): void {
  const { out, facts } = person;
  if (start > out.now)
    out.letter('training-cancelled', facts.id, `cancelled/${session}/${out.now}`, {
      data: forCalendar(person, session, attendance, start),
    });
}

/** Staff moved a session: whoever booked it hears the new time, and may choose another. */
function moved(person: Person, booked: Booking, session: Session): void {
  const { out, facts } = person;
  if (session.at <= out.now) return;
  remindBefore(person, session);
  out.letter('training-moved', facts.id, `moved/${session.id}/${session.at}`, {
    due: session.at,
    data: forCalendar(person, session.id, booked.id, session.at),
  });
  out.cells.systemNote = `The session booked has moved to ${momentWords(session.at)}.`;
}

function remindBefore({ out }: Person, session: Session): void {
  out.remember({ booked: { session: session.id, at: session.at } });
  const { settings, holidays } = out.moment;
  const day = addWorkingDays(civilDateOf(session.at), -settings.trainingReminder, holidays);
  const at = instantAt(day, settings.gatherTime);
  out.stop('trainingReminder');
  // Who books later than that has just read the date.
  if (at > out.now) out.start('trainingReminder', exactly(at));
}

function forgetBooking({ out }: Person): void {
  out.stop('training*');
  const { booked: _, ...rest } = out.memory;
  out.memory = rest;
}

export function book(person: Person, message: Message): void {
  const { out, facts } = person;
  if (out.stage !== 'Training')
    return out.refuse(openPlaces(person) || out.stage === 'Eligible' ? 'trained-already' : 'not-in-training');
  const session = sessionOf(facts, String(message.data?.session ?? ''));
  if (!session || session.at <= message.at) return out.refuse('session-over');
  const current = booking(person);
  if (current?.session === session.id) return out.answer('booked');
  if (session.free !== null && session.free <= 0) return out.refuse('session-full');
  if (current) {
    out.rows.push({ tab: 'attendance', id: current.id, cells: { state: 'moved' } });
    tellCancelled(person, current.session, current.id, sessionOf(facts, current.session)?.at ?? '');
  }
  const id = rowId('attendance', `${session.id}/${facts.id}`);
  out.rows.push({
    tab: 'attendance',
    id,
    cells: { state: 'booked' },
    create: { session: session.id, person: facts.id },
  });
  remindBefore(person, session);
  out.letter('training-booked', facts.id, `booked/${session.id}/${out.now}`, {
    due: session.at,
    data: forCalendar(person, session.id, id, session.at),
  });
  out.note(current ? 'Moved to another training session' : 'Booked a training session', facts.role, session.id);
  out.cells.systemNote = `Booked for ${momentWords(session.at)}.`;
  out.answer('booked');
}

export function cancelBooking(person: Person): void {
  const { out } = person;
  if (!giveBackBooking(person)) return out.answer('nothing-booked');
  out.cells.systemNote = 'Cancelled the session booked; may book another one.';
  out.answer('booking-cancelled');
}

/** Frees the place in a session, if there is one. */
export function giveBackBooking(person: Person): boolean {
  const { out, facts } = person;
  const current = booking(person);
  if (!current || current.attended) return false;
  forgetBooking(person);
  out.rows.push({ tab: 'attendance', id: current.id, cells: { state: 'cancelled' } });
  tellCancelled(person, current.session, current.id, sessionOf(facts, current.session)?.at ?? '');
  out.note('Cancelled a training session', facts.role, current.session);
  return true;
}

export function remindTraining(person: Person): void {
  const { out, facts } = person;
  const current = booking(person);
  const session = current && sessionOf(facts, current.session);
  if (session && session.at > out.now)
    out.letter('training-reminder', facts.id, `reminder/${session.id}/${session.at}`, {
      due: session.at,
      data: { session: session.id },
    });
}

/** Trained: mentors are shown to mentees, mentees may choose. */
function eligible(person: Person): void {
  const { out, facts } = person;
  for (const each of facts.bookings)
    if (each.attended && each.state !== 'attended')
      out.rows.push({ tab: 'attendance', id: each.id, cells: { state: 'attended' } });
  forgetBooking(person);
  const validUntil = programmeYearEnds(person);
  out.remember({
    validUntil: out.memory.validUntil && out.memory.validUntil > validUntil ? out.memory.validUntil : validUntil,
    open: {},
  });
  out.moveTo(openPlaces(person) ? 'Matched' : 'Eligible', 'program', 'Attended the training');
  out.letter(facts.role === 'mentor' ? 'eligible-mentor' : 'eligible-mentee', facts.id, `eligible/${facts.season}`, {
    data: { validUntil: out.memory.validUntil ?? validUntil, places: facts.capacity },
  });
  showPlaces(person);
  if (facts.role === 'mentee') out.tell(facts.cohort, 'eligible', `eligible/${out.now}`, { person: facts.id });
}
