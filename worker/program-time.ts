import { type Clock, type Instant, programNow } from '../domain/calendar/index.ts';

/** Program time: the frozen clock where one is configured, else real time. */
export async function programTime(
  clockUrl: string | undefined,
): Promise<{ readonly now: Instant; readonly clock?: Clock }> {
  if (!clockUrl) return { now: programNow(undefined, Date.now()) };
  const response = await fetch(clockUrl, { signal: AbortSignal.timeout(5_000) });
  const answer = (await response.json()) as { readonly mode: string; readonly clock?: Clock };
  return answer.clock ? { now: answer.clock.at, clock: answer.clock } : { now: programNow(undefined, Date.now()) };
}
