import { longTime } from '../times.ts';
import type { ClockState } from '../types.ts';

/** What comes next, as the clock page and the desk say it. */
export function nextWords({ mode, next, learning, waitsFor }: ClockState): string {
  if (mode === 'real') return 'The real time. What comes next stands in each row, in the column Next step.';
  // Another event may come before the one that is known.
  if (learning && !waitsFor) return 'Finding out what comes next…';
  if (next) return `Next: ${longTime(next.at)}, ${next.what}`;
  return 'Nothing is planned yet.';
}

/** What the desk says below the time: what the clock waits for, where it is being moved to, or what comes next. */
export function deskWords(clock: ClockState): string {
  const { mode, moving, progress, waitsFor } = clock;
  if (waitsFor) return `The clock waits for ${waitsFor.runs[0]?.what}: see what to do`;
  if (moving) return progress ? `Moving to ${longTime(progress.target)}` : 'Moving to the next event';
  return mode === 'real' ? 'The real time' : nextWords(clock);
}
