import type { Actor } from '../../messages.ts';
import { eligible, ready } from './training.ts';
import type { Person } from './types.ts';

const WHAT: Readonly<Record<string, string>> = { Paused: 'paused', Withdrawn: 'withdrawn', Declined: 'declined' };

/** Out of the programme for now or for good: partners and staff are told in neutral words. */
export function leave(person: Person, stage: 'Paused' | 'Withdrawn' | 'Declined', by: Actor): void {
  const { out, facts } = person;
  if (out.stage === stage) return out.answer('out-already');
  out.moveTo(stage, by, 'Left for now');
  out.stop('incomplete*', 'lapse', 'training*', 'choiceReminder*', 'grace');
  out.remember({ open: {} });
  out.letter('out', facts.id, `out/${stage}/${out.now}`, { data: { what: WHAT[stage] ?? 'paused' } });
  for (const pair of Object.keys(out.memory.places))
    out.tell(`mentorship/${pair}`, 'partner-out', `${stage}/${out.now}`, {
      person: facts.id,
      how: stage === 'Paused' ? 'paused' : 'left',
    });
  out.answer('out');
}

export function pauseSilent(person: Person, requests: number): void {
  const { out, facts } = person;
  out.moveTo('Paused', 'program', `Silent to ${requests} requests in a row`);
  out.letter('silent-mentor', facts.id, `silent/${out.now}`, { data: { requests } });
}

/** Back by link, form or staff. Training that still counts is not asked again (Q24). */
export function comeBack(person: Person, by: Actor): void {
  const { out, facts } = person;
  if (!['Paused', 'Withdrawn', 'Declined', 'Lapsed'].includes(out.stage)) return out.answer('in-already');
  out.remember({ silentRequests: 0 });
  out.letter('back-in', facts.id, `back/${out.now}`, { data: { role: facts.role } });
  out.moveTo('Applied', by, 'Came back');
  for (const pair of Object.keys(out.memory.places))
    out.tell(`mentorship/${pair}`, 'partner-out', `back/${out.now}`, { person: facts.id, how: 'resumed' });
  if (facts.bookings.some((b) => b.attended) || out.memory.validUntil) eligible(person);
  else ready(person);
  out.answer('back');
}
