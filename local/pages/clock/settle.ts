import type { Clock } from '../types.ts';

const settling = new WeakSet<Clock>();

/** Lets a frozen clock learn what is planned, while somebody looks. Never more than once at a time, never during a move. */
export function keepSettled(clock: Clock): void {
  const { mode, moving } = clock.get();
  if (!clock.settle || mode !== 'frozen' || moving || settling.has(clock)) return;
  settling.add(clock);
  clock
    .settle()
    .catch((error: unknown) => console.error('The clock could not ask what is planned:', error))
    .finally(() => settling.delete(clock));
}
