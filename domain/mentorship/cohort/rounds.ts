import {
  addDays,
  type CivilDate,
  civilDateOf,
  DAY_MS,
  fromMs,
  type Instant,
  instantAt,
  toMs,
} from '../../calendar/index.ts';
import { deadline, exactly, plural } from '../../process/index.ts';
import { leave, proposeAll, tellLeft } from './matching.ts';
import type { Cohort, Matching } from './types.ts';

/** Every registered, eligible mentee gets the catalogue and ranks (M15). */
export function openRound(cohort: Cohort, choosers: readonly string[]): void {
  const { out } = cohort;
  tellLeft(cohort);
  out.stop('round', 'rolling');
  const closes = deadline(out.moment, 'choiceRound');
  const round = out.memory.round + 1;
  out.remember({ round, closes: closes.at, draw: 0 });
  out.start('roundCloses', closes);
  out.moveTo('Choice round', 'program', `Round ${round}: ${plural(choosers.length, 'mentee')}`);
  for (const mentee of choosers) invite(cohort, mentee);
}

function invite({ out }: Cohort, mentee: string): void {
  const { round, closes = out.now } = out.memory;
  out.tell(`participant/${mentee}`, 'choose', `choose/${round}/${closes}`, { round, closes });
}

/** The round closes at another time than was said, after an outage or an edit of the settings: whoever chooses hears it. */
export function tellOfOtherClose(cohort: Cohort): void {
  const { out, facts } = cohort;
  const closes = out.memory.timers.roundCloses?.at;
  if (out.stage !== 'Choice round' || !closes || closes === out.memory.closes) return;
  out.remember({ closes });
  for (const mentee of facts.choosers) invite(cohort, mentee);
}

/** Whoever becomes eligible while a round is open joins it if there is time to choose; else the next round is theirs. */
export function joins(cohort: Cohort, mentee: string): void {
  const { out } = cohort;
  const { closes = '' } = out.memory;
  const enough = fromMs(toMs(out.now) + out.moment.settings.shortenedGrace * DAY_MS);
  if (out.stage === 'Choice round' && mentee && closes >= enough) invite(cohort, mentee);
}

/** The round is over: pairs are proposed, and who has none hears why. */
export function closeRound(cohort: Cohort, matching: Matching | undefined): void {
  const { out } = cohort;
  out.stop('roundCloses', 'round');
  if (!matching) throw new Error('matching was not computed');
  out.moveTo('Running', 'program', `Round ${out.memory.round}: ${plural(matching.pairs.length, 'pair')} proposed`);
  proposeAll(cohort, matching);
  leave(cohort, matching);
  // With nothing proposed there is nothing that staff could choose between.
  if (matching.pairs.length === 0) tellLeft(cohort);
  next(cohort);
}

/** Later applicants join rolling rounds while mentors have room (M18). */
export function rolling(cohort: Cohort): void {
  const { facts, out } = cohort;
  const room = Object.values(facts.room).reduce((a, b) => a + b, 0);
  if (facts.choosers.length > 0 && room > 0 && civilDateOf(out.now) <= facts.endsOn)
    return openRound(cohort, facts.choosers);
  next(cohort);
}

function next(cohort: Cohort): void {
  const { out, facts } = cohort;
  if (civilDateOf(out.now) <= facts.endsOn)
    out.start('rolling', exactly(morning(cohort, addDays(civilDateOf(out.now), out.moment.settings.rollingRound))));
}

export const morning = (cohort: Cohort, day: CivilDate): Instant =>
  instantAt(day, cohort.out.moment.settings.gatherTime);
