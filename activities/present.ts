import type { Instant } from '../domain/calendar/index.ts';
import type { Clock, Ports } from './ports.ts';

/**
 * What people did is taken at the time it is found, so a reader that was last told of an earlier time asks first: a frozen
 * clock may have moved since. In production nothing changes.
 */
export async function atPresent<T extends { readonly now: Instant; readonly clock?: Clock }>(
  ports: Ports,
  input: T,
): Promise<T> {
  const clock = await ports.clock();
  return clock && clock.epoch > (input.clock?.epoch ?? 0) ? { ...input, now: clock.at, clock } : input;
}
