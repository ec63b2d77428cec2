import { addWorkingDays, civilDateOf, instantAt } from '../../calendar/index.ts';
import type { Message } from '../../messages.ts';
import { exactly, momentWords } from '../../process/index.ts';
import { rowId } from '../../program/index.ts';
import { openPlaces } from './places.ts';
import type { Booking, Person, Session } from './types.ts';

const sessionOf = (person: Person, id: string): Session | undefined => person.facts.sessions.find((s) => s.id === id);
const ahead = (person: Person): readonly Session[] =>
  person.facts.sessions.filter((s) => s.at > person.out.now && (s.free === null || s.free > 0));
const booking = (person: Person): Booking | undefined =>
  person.facts.bookings.find((b) => b.state === 'booked' && (sessionOf(person, b.session)?.ends ?? '') !== '');

/** Recognised and complete: trained people are eligible at once, the others are invited (M12, Q24). */
export function ready(person: Person): void {
  const { out } = person;
  if (person.facts.bookings.some((b) => b.attended) || (out.memory.validUntil ?? '') >= civilDateOf(out.now))
    return eligible(person);
  out.moveTo('Training', 'program', 'Profile complete');
  invite(person, 'training-invitation');
}

/** Invites to the sessions ahead; without one the desk keeps a single row for all who wait. */
function invite(person: Person, key: 'training-invitation' | 'training-missed'): void {
  const { out, facts } = person;
  const sessions = ahead(person).map((s) => s.id);
  if (sessions.length === 0) return;
  out.letter(key, facts.id, `${key}/${sessions.join('+')}`);
}

/** Attendance, sessions or settings changed: goes on where it is due. */
export function review(person: Person, trainingChanged: boolean): void {
  const { out, facts } = person;
  if (out.stage !== 'Training') return;
  if (facts.bookings.some((b) => b.attended)) return eligible(person);
  const booked = booking(person);
  const session = booked && sessionOf(person, booked.session);
  if (booked && session?.complete && session.at <= out.now) {
    out.stop('training*');
    out.rows.push({ tab: 'attendance', id: booked.id, cells: { state: 'missed' } });
    out.note('Missed a training session', 'staff', booked.session);
    return invite(person, 'training-missed');
  }
  if (!booked && trainingChanged) invite(person, 'training-invitation');
}

export function book(person: Person, message: Message): void {
  const { out, facts } = person;
  if (out.stage !== 'Training')
    return out.refuse(openPlaces(person) || out.stage === 'Eligible' ? 'trained-already' : 'not-in-training');
  const session = sessionOf(person, String(message.data?.session ?? ''));
  if (!session || session.at <= out.now) return out.refuse('session-over');
  const current = booking(person);
  if (current?.session === session.id) return out.answer('booked');
  if (session.free !== null && session.free <= 0) return out.refuse('session-full');
  if (current) out.rows.push({ tab: 'attendance', id: current.id, cells: { state: 'moved' } });
  const id = rowId('attendance', `${session.id}/${facts.id}`);
  out.rows.push({
    tab: 'attendance',
    id,
    cells: { state: 'booked' },
    create: { session: session.id, person: facts.id },
  });
  out.start(
    'trainingReminder',
    exactly(
      instantAt(
        addWorkingDays(civilDateOf(session.at), -out.moment.settings.trainingReminder, out.moment.holidays),
        out.moment.settings.gatherTime,
      ),
    ),
  );
  out.letter('training-booked', facts.id, `booked/${session.id}`, {
    due: session.at,
    data: { session: session.id, attendance: id },
  });
  out.note('Booked a training session', facts.role, session.id);
  out.cells.systemNote = `Booked for ${momentWords(session.at)}.`;
  out.answer('booked');
}

export function cancelBooking(person: Person): void {
  const { out } = person;
  const current = booking(person);
  if (!current) return out.answer('nothing-booked');
  out.stop('trainingReminder');
  out.rows.push({ tab: 'attendance', id: current.id, cells: { state: 'cancelled' } });
  out.note('Cancelled a training session', person.facts.role, current.session);
  out.answer('booking-cancelled');
}

export function remindTraining(person: Person): void {
  const current = booking(person);
  const session = current && sessionOf(person, current.session);
  if (session && session.at > person.out.now)
    person.out.letter('training-reminder', person.facts.id, `reminder/${session.id}`, {
      due: session.at,
      data: { session: session.id },
    });
}

/** Trained: mentors are shown to mentees, mentees may choose. */
export function eligible(person: Person): void {
  const { out, facts } = person;
  out.stop('training*');
  const validUntil = facts.seasonEnds || civilDateOf(out.now);
  out.remember({
    validUntil: out.memory.validUntil && out.memory.validUntil > validUntil ? out.memory.validUntil : validUntil,
    open: {},
  });
  out.moveTo(openPlaces(person) ? 'Matched' : 'Eligible', 'program', 'Attended the training');
  out.letter(facts.role === 'mentor' ? 'eligible-mentor' : 'eligible-mentee', facts.id, `eligible/${facts.season}`, {
    data: { validUntil, places: facts.capacity },
  });
  if (facts.role === 'mentee') out.tell(facts.cohort, 'eligible', `eligible/${out.now}`, { person: facts.id });
}
