import { instantAt } from '../../domain/calendar/index.ts';
import { readWaiting } from '../../domain/letters/index.ts';
import type { Booking, ParticipantFacts, ParticipantMemory, Session } from '../../domain/mentorship/index.ts';
import type { Row, View } from '../ports.ts';
import { readable } from '../readable.ts';
import { readMemory } from './memory.ts';
import {
  addressOf,
  counted,
  missingAnswers,
  newAddress,
  offsetOf,
  type PersonTab,
  personTab,
  unreadAnswers,
} from './people.ts';
import { cohortRun, runningSeason, seasonEnded, seasonName, seasonNamed } from './season.ts';

export function participantFacts(view: View, id: string): ParticipantFacts | undefined {
  const tab = personTab(id);
  const row = tab && view.row(tab, id);
  if (!row) return undefined;
  const cells = counted(row);
  const role = tab === 'mentors' ? 'mentor' : 'mentee';
  // Whoever applied before there was a season belongs to the one that runs now.
  const name = row.cells.season || runningSeason(view);
  const season = seasonNamed(view, name);
  const bookings = bookingsOf(view, id);
  return {
    id,
    role,
    season: name,
    cohort: cohortRun(view, name),
    stage: row.cells.stage,
    decision: row.cells.decision,
    memory: readMemory<ParticipantMemory>(row.cells.memory),
    inSheet: row.inSheet,
    waiting: readWaiting(row.cells.waiting),
    missing: missingAnswers(row),
    recognised: isRecognised(view, row),
    duplicate: isDuplicate(view, row),
    newAddress: newAddress(row),
    unread: unreadAnswers(row),
    capacity: 'capacity' in cells ? Number(cells.capacity ?? 1) : 1,
    offsetMinutes: offsetOf(cells.timeZone),
    sessions: sessionsFor(view, role, bookings),
    bookings,
    seasonEnds: season?.cells.endsOn ?? '',
    ...nextSeason(view, season),
    // Nobody else has to wait for a tab that only those with an award need; its loss stands in Needs you.
    awards: readable(view)
      .rows('awards')
      .filter(({ cells }) => cells.mentor === id && cells.award === 'Most active mentor' && cells.decidedBy !== '')
      .map((award) => ({
        id: award.id,
        season: award.cells.season,
        months: award.cells.months ?? 0,
        announced: award.cells.state.includes('Award sent'),
      })),
  };
}

/** The season that somebody whose own is over joins when they answer again. */
function nextSeason(view: View, own: Row<'seasons'> | undefined): Pick<ParticipantFacts, 'next'> {
  const row = own && seasonEnded(own) ? seasonNamed(view, runningSeason(view)) : undefined;
  if (!row) return {};
  return { next: { season: seasonName(row), cohort: cohortRun(view, seasonName(row)), seasonEnds: row.cells.endsOn } };
}

const sameAddress = (a: string, b: string) => a !== '' && a.toLowerCase() === b.toLowerCase();

/**
 * A mentor is found in Alumni or ticked by staff (P1); a mentee has a university address or is ticked. A later address does not
 * count here even when it was confirmed: that was done from the old one, and shows nobody who owns the new one.
 */
function isRecognised(view: View, row: Row<PersonTab>): boolean {
  const { email } = row.cells;
  if (row.tab === 'mentors') {
    const mentor = row as Row<'mentors'>;
    return mentor.cells.alumnus || view.rows('alumni').some((alumnus) => sameAddress(alumnus.cells.email, email));
  }
  const setting = view.rows('settings').find((s) => s.cells.key === 'studentDomains');
  const domains = (setting?.cells.value || setting?.cells.fallback || 'nu.edu.kz')
    .split(',')
    .map((d) => d.trim().toLowerCase());
  const domain = email.toLowerCase().split('@')[1] ?? '';
  return (row as Row<'mentees'>).cells.student || domains.some((d) => domain === d || domain.endsWith(`.${d}`));
}

/** One person, one profile per role: an older row with the same address that is not out of the programme. */
function isDuplicate(view: View, row: Row<PersonTab>): boolean {
  const email = addressOf(row);
  return view
    .rows(row.tab)
    .some(
      (other) =>
        other.id !== row.id &&
        sameAddress(addressOf(other), email) &&
        other.cells.stage !== '' &&
        !['Applied', 'Incomplete', 'Withdrawn', 'Declined', 'Lapsed'].includes(other.cells.stage),
    );
}

function bookingsOf(view: View, person: string): Booking[] {
  return view
    .rows('attendance')
    .filter((row) => row.cells.person === person)
    .map((row) => ({
      id: row.id,
      session: row.cells.session,
      attended: row.cells.attended,
      state: row.cells.state || 'booked',
    }));
}

/** Sessions this role may book, with free places, and those the person has booked. */
function sessionsFor(view: View, role: 'mentor' | 'mentee', bookings: readonly Booking[]): Session[] {
  const audience = role === 'mentor' ? 'Mentors' : 'Mentees';
  return view
    .rows('training')
    .filter((row) => row.cells.date !== '' && row.cells.from !== '')
    .filter(
      (row) =>
        row.cells.audience === 'Everybody' ||
        row.cells.audience === audience ||
        bookings.some((b) => b.session === row.id),
    )
    .map((row) => {
      const taken = view
        .rows('attendance')
        .filter((a) => a.cells.session === row.id && (a.cells.state === 'booked' || a.cells.attended)).length;
      const at = instantAt(row.cells.date, row.cells.from);
      return {
        id: row.id,
        at,
        ends: instantAt(row.cells.date, row.cells.to || row.cells.from),
        free: row.cells.seats === undefined ? null : row.cells.seats - taken,
        complete: row.cells.complete,
      };
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
