import { addDays, civilDateOf, daysBetween, fromMs, instantAt, toMs } from '../../calendar/index.ts';
import type { Actor } from '../../messages.ts';
import { dayWords, exactly, type Timer } from '../../process/index.ts';
import { scheduleEnd } from './active.ts';
import { type Pair, personOn, SIDES } from './types.ts';

/**
 * Nothing is asked while a pair pauses; it resumes by itself, and its end moves by the length of the pause.
 * Without a day it lasts until the person or staff resume it.
 */
export function pause(pair: Pair, by: Actor, until: string | undefined, person?: string): void {
  const { out } = pair;
  if (out.stage === 'Paused') return out.answer('paused-already');
  out.remember({ pause: { from: out.now, timers: out.memory.timers, ...(person ? { person } : {}) } });
  out.stop('*');
  if (until) out.start('resume', exactly(instantAt(until, out.moment.settings.gatherTime)));
  out.moveTo('Paused', by, until ? `Until ${dayWords(until)}` : 'Until resumed');
  for (const side of SIDES)
    out.letter('pause-told', personOn(pair, side), `pause/${out.now}`, { data: { until: until ?? '' } });
  out.cells.systemNote = until
    ? `Paused until ${dayWords(until)}; it resumes by itself.`
    : 'Paused; choose Resume to go on.';
  out.answer('paused');
}

/** Last day of a pause a person may take by link. */
export const longestPause = (pair: Pair, days: number): string =>
  addDays(civilDateOf(pair.out.now), Math.max(1, Math.min(days, pair.out.moment.settings.pauseLongest)));

export function resume(pair: Pair, by: Actor): void {
  const { out } = pair;
  const { pause: paused, ...rest } = out.memory;
  if (!paused) return out.answer('not-paused');
  out.memory = rest;
  out.stop('resume');
  const length = toMs(out.now) - toMs(paused.from);
  const moved = (timer: Timer): Timer =>
    timer.from === undefined
      ? { ...timer, at: fromMs(toMs(timer.at) + length) }
      : { ...timer, at: fromMs(toMs(timer.at) + length), from: fromMs(toMs(timer.from) + length) };
  for (const [name, timer] of Object.entries(paused.timers)) if (name !== 'end') out.start(name, moved(timer));
  const days = daysBetween(civilDateOf(paused.from), civilDateOf(out.now));
  out.moveTo('Active', by, `Resumed after ${days} days; the end moves`);
  if (out.memory.end) scheduleEnd(pair, addDays(out.memory.end, days));
  for (const side of SIDES)
    out.letter('resume-told', personOn(pair, side), `resume/${out.now}`, { data: { endsOn: out.memory.end ?? '' } });
  out.cells.systemNote = `Resumed. The end is now ${dayWords(out.memory.end ?? '')}.`;
  out.answer('resumed');
}
