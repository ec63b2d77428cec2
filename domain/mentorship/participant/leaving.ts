import { instantAt } from '../../calendar/index.ts';
import type { Actor } from '../../messages.ts';
import { exactly } from '../../process/index.ts';
import { examine } from './applying.ts';
import { allYear, giveBackBooking, programmeYearEnds } from './training.ts';
import type { Person } from './types.ts';

const WHAT = { Withdrawn: 'withdrawn', Declined: 'declined' } as const;

/** Out of the programme for now or for good: partners and staff are told in neutral words. */
export function leave(person: Person, stage: 'Paused' | 'Withdrawn' | 'Declined', by: Actor): void {
  const { out, facts } = person;
  if (out.stage === stage) return out.answer('out-already');
  out.moveTo(stage, by, 'Left for now');
  out.stop('incomplete*', 'lapse', 'training*', 'choiceReminder*', 'grace');
  giveBackBooking(person);
  out.remember({ open: {} });
  if (stage === 'Paused') out.letter('out-paused', facts.id, `out/${stage}/${out.now}`, allYear(person));
  else out.letter('out', facts.id, `out/${stage}/${out.now}`, { ...allYear(person), data: { what: WHAT[stage] } });
  for (const pair of Object.keys(out.memory.places))
    out.tell(`mentorship/${pair}`, 'partner-out', `${stage}/${out.now}`, {
      person: facts.id,
      how: stage === 'Paused' ? 'paused' : 'left',
    });
  out.answer('out');
}

/** Paused for want of answers. The last request has ended by itself; other open ones are withdrawn, pairs at work go on. */
export function pauseSilent(person: Person, requests: number, last: string): void {
  const { out, facts } = person;
  out.moveTo('Paused', 'program', `Silent to ${requests} requests in a row`);
  out.letter('silent-mentor', facts.id, `silent/${out.now}`, { data: { requests } });
  for (const [pair, state] of Object.entries(out.memory.places))
    if (state !== 'active' && pair !== last)
      out.tell(`mentorship/${pair}`, 'partner-out', `silent/${out.now}`, { person: facts.id, how: 'paused' });
}

/** Back by link, form or staff: what is missing or in doubt is asked again, training that still counts is not (Q24). */
export function comeBack(person: Person, by: Actor): void {
  const { out, facts } = person;
  if (!['Paused', 'Withdrawn', 'Declined', 'Lapsed'].includes(out.stage)) return out.answer('in-already');
  out.remember({ silentRequests: 0 });
  out.letter('back-in', facts.id, `back/${out.now}`, { data: { role: facts.role } });
  out.moveTo('Applied', by, 'Came back');
  for (const pair of Object.keys(out.memory.places))
    out.tell(`mentorship/${pair}`, 'partner-out', `back/${out.now}`, { person: facts.id, how: 'resumed' });
  examine(person);
  out.answer('back');
}

/** Whoever answers again after their season is over belongs to the one that runs now (Q24); pairs at work keep theirs. */
export function inNextSeason(person: Person): Person {
  const { out, facts } = person;
  if (!facts.next || Object.keys(out.memory.places).length > 0) return person;
  const { round: _, waits: __, ...rest } = out.memory;
  out.memory = rest;
  out.cells.season = facts.next.season;
  const joined: Person = { out, facts: { ...facts, ...facts.next } };
  out.start('yearEnd', exactly(instantAt(programmeYearEnds(joined), '12:00')));
  out.note(`Joined the season ${facts.next.season}`, facts.role);
  return joined;
}

/** A new season for somebody who waited in the last one, or left it. */
export function rejoin(person: Person): void {
  const { out, facts } = person;
  if (['Paused', 'Withdrawn', 'Declined', 'Lapsed'].includes(out.stage)) return comeBack(person, facts.role);
  out.letter('back-in', facts.id, `back/${out.now}`, { data: { role: facts.role } });
  if (['Training', 'Eligible', 'Choosing', 'Waiting'].includes(out.stage))
    out.moveTo('Applied', facts.role, `Takes part in ${facts.season}`);
  examine(person);
}
