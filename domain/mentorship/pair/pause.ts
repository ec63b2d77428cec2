import { addDays, type CivilDate, civilDateOf, daysBetween, fromMs, instantAt, toMs } from '../../calendar/index.ts';
import type { Actor } from '../../messages.ts';
import { dayWords, exactly, instantOf, plural, type Timer } from '../../process/index.ts';
import { scheduleEnd } from './active.ts';
import { scheduleCheck } from './checks.ts';
import { type Pair, personOn, SIDES, type Side } from './types.ts';

const DAY = 86_400_000;

/**
 * Nothing is asked while a pair pauses; it resumes by itself, and its end moves by the length of the pause.
 * Without a day it lasts until the person who paused is back, or staff resume it.
 */
export function pause(pair: Pair, by: Actor, until: CivilDate | undefined, person?: string): void {
  const { out } = pair;
  if (out.stage === 'Paused') return out.answer('paused-already');
  out.remember({
    pause: {
      from: out.now,
      timers: out.memory.timers,
      ...(until ? { until } : {}),
      ...(person ? { people: [person] } : {}),
    },
  });
  out.stop('*');
  if (until) resumesOn(pair, until);
  out.moveTo('Paused', by, until ? `Until ${dayWords(until)}` : 'Until resumed');
  for (const side of SIDES)
    if (until) out.letter('pause-told', personOn(pair, side), `pause/${out.now}`, { data: { until } });
    else out.letter('pause-open', personOn(pair, side), `pause/${out.now}`);
  out.cells.systemNote = until
    ? `Paused until ${dayWords(until)}; it resumes by itself.`
    : 'Paused; choose Resume to go on.';
  out.answer('paused');
}

const resumesOn = (pair: Pair, day: CivilDate): void =>
  pair.out.start('resume', exactly(instantAt(day, pair.out.moment.settings.gatherTime)));

/** Last day of a pause a person may take by link. */
export const longestPause = (pair: Pair, days: number): CivilDate =>
  addDays(civilDateOf(pair.out.now), Math.max(1, Math.min(days, pair.out.moment.settings.pauseLongest)));

/** Somebody paused taking part while the pair paused already: it does not resume before they are back. */
export function pausedToo(pair: Pair, side: Side, person: string): void {
  const { out } = pair;
  const { pause: paused } = out.memory;
  if (!paused || paused.people?.includes(person)) return;
  out.remember({ pause: { ...paused, people: [...(paused.people ?? []), person] } });
  out.stop('resume');
  out.note('Paused taking part', side, 'The pair resumes when they are back');
}

/** Somebody who had paused taking part is back; the pair goes on once nobody is away and no day stands against it. */
export function personBack(pair: Pair, side: Side, person: string): void {
  const { out } = pair;
  const { pause: paused } = out.memory;
  if (!paused?.people?.includes(person)) return;
  const people = paused.people.filter((each) => each !== person);
  out.remember({ pause: { ...paused, people } });
  if (people.length > 0) return;
  if (paused.until && paused.until > civilDateOf(out.now)) return resumesOn(pair, paused.until);
  resume(pair, side);
}

/** One side would like to go on earlier; not while the other has paused taking part. */
export function goOnEarlier(pair: Pair, side: Side): void {
  const away = pair.out.memory.pause?.people ?? [];
  if (away.some((person) => person !== personOn(pair, side))) return pair.out.refuse('partner-paused');
  resume(pair, side);
}

export function resume(pair: Pair, by: Actor): void {
  const { out } = pair;
  const { pause: paused, ...rest } = out.memory;
  if (!paused) return out.answer('not-paused');
  const days = daysBetween(civilDateOf(paused.from), civilDateOf(out.now));
  out.memory = { ...rest, pausedDays: (rest.pausedDays ?? 0) + days };
  out.stop('resume');
  out.moveTo('Active', by, `Resumed after ${plural(days, 'day')}; the end moves`);
  if (out.memory.end) scheduleEnd(pair, addDays(out.memory.end, days));
  for (const [name, timer] of Object.entries(paused.timers)) {
    const [kind, month] = name.split('/');
    // Checks keep the mentor's shared day, counted from the moved months.
    if (kind === 'check') scheduleCheck(pair, Number(month));
    else if (kind !== 'end') out.start(name, moved(pair, timer, days));
  }
  for (const side of SIDES)
    out.letter('resume-told', personOn(pair, side), `resume/${out.now}`, { data: { endsOn: out.memory.end ?? '' } });
  out.cells.systemNote = `Resumed. The end is now ${dayWords(out.memory.end ?? '')}.`;
  out.answer('resumed');
}

/** A date later by whole days; where a rule made it, the rule makes it again, so that it falls on a working day. */
function moved(pair: Pair, timer: Timer, days: number): Timer {
  const later = (at: string) => fromMs(toMs(at) + days * DAY);
  const shifted = { ...timer, at: later(timer.at), ...(timer.from === undefined ? {} : { from: later(timer.from) }) };
  return { ...shifted, at: instantOf(shifted, pair.out.moment) };
}
