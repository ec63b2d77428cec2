/**
 * A whole season with scripted people on the real engine: applications, training, matching, six months, certificates. Says
 * afterwards whether anything was lost, sent twice or told to the wrong place. Not here: any inner part of the program; people and
 * staff act over HTTP, as everybody does.
 */
import { LocalClient } from '../client/index.ts';
import type { Stack } from '../stack.ts';
import { castOf } from './cast.ts';
import { gather } from './evidence.ts';
import { type Report, reportOn } from './report.ts';
import { playSeason, SEASON_NAME, type SeasonOptions } from './season.ts';

export { type Report, reportWords } from './report.ts';

/** Tuesday, 09:00 in Almaty. */
export const SEASON_START = '2026-09-01T04:00:00Z';

export interface RehearsalOptions {
  readonly stack: Pick<Stack, 'url' | 'temporalAddress'> & { readonly namespace?: string };
  readonly mentors: number;
  readonly mentees: number;
  readonly seed: number;
  readonly onDay?: SeasonOptions['onDay'];
}

/** Plays a season on a stack that was started empty with a clock frozen at `SEASON_START`, and reports on it. */
export async function rehearse(options: RehearsalOptions): Promise<Report> {
  const { stack, seed } = options;
  const began = performance.now();
  const people = new LocalClient(stack.url);
  const cast = castOf(options);
  await playSeason({
    people,
    cast,
    seed,
    start: SEASON_START,
    ...(options.onDay ? { onDay: options.onDay } : {}),
  });
  const evidence = await gather(people, cast, {
    address: stack.temporalAddress,
    namespace: stack.namespace ?? 'default',
  });
  const wallSeconds = Math.round((performance.now() - began) / 100) / 10;
  return reportOn(evidence, { season: SEASON_NAME, seed, wallSeconds });
}
