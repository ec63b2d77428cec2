import { civilDateOf } from '../../calendar/index.ts';
import type { Actor } from '../../messages.ts';
import { deadline, reminder } from '../../process/index.ts';
import { confirmedMonths, judge } from './checks.ts';
import { type Pair, participantRun, personOn, SIDES, type Side } from './types.ts';

/** The formal end: both are asked for the survey and whether they go on informally (M22, M28, M38). */
export function close(pair: Pair, by: Actor, why: string): void {
  const { out } = pair;
  // The last check is still open on the day of the end; it is judged while the pair closes.
  out.keep('judge/*', 'remindCheck/*');
  const today = civilDateOf(out.now);
  if (out.memory.end && today < out.memory.end) {
    out.remember({ end: today });
    out.cells.endsOn = today;
  }
  out.moveTo('Closing', by, why);
  const last = deadline(out.moment, 'closing');
  out.start('closing', last);
  out.start('surveyReminder/1', reminder(out.moment, 'surveyReminder1'));
  out.start('surveyReminder/2', reminder(out.moment, 'surveyReminder2'));
  out.remember({ open: {} });
  for (const side of SIDES)
    out.letter(side === 'mentor' ? 'closing-mentor' : 'closing-mentee', personOn(pair, side), 'closing', {
      due: last.at,
      expires: last.at,
      data: { endsOn: out.memory.end ?? '' },
    });
}

export function remindSurvey(pair: Pair, which: string): void {
  const last = pair.out.memory.timers.closing;
  for (const side of SIDES)
    if (!pair.out.memory.surveyed[side])
      pair.out.letter('survey-reminder', personOn(pair, side), which, {
        due: last?.at,
        ...(last ? { expires: last.at } : {}),
      });
}

export function survey(pair: Pair, side: Side): void {
  const { out } = pair;
  out.remember({ surveyed: { ...out.memory.surveyed, [side]: true } });
  out.answer('surveyed');
  finishWhenAnswered(pair);
}

export function goOn(pair: Pair, side: Side, yes: boolean): void {
  const { out } = pair;
  out.remember({ goOn: { ...out.memory.goOn, [side]: yes } });
  out.note(yes ? 'Would like to continue informally' : 'Does not continue', side);
  out.answer('noted');
  finishWhenAnswered(pair);
}

/** Done when both surveys are in and both said whether they go on; a missing answer only waits for the last day. */
function finishWhenAnswered(pair: Pair): void {
  const { surveyed, goOn } = pair.out.memory;
  if (SIDES.every((side) => surveyed[side] && goOn[side] !== undefined)) finish(pair, 'Both answered');
}

export function finish(pair: Pair, why: string): void {
  const { out, facts } = pair;
  const informal = SIDES.every((side) => out.memory.goOn[side]);
  for (const [month, check] of Object.entries(out.memory.checks)) if (!check.result) judge(pair, Number(month));
  out.stop('*');
  out.remember({ open: {} });
  out.moveTo(informal ? 'Continued informally' : 'Completed', 'program', why);
  const months = confirmedMonths(out.memory.checks);
  for (const side of SIDES) {
    out.letter(informal ? 'continued-informally' : 'completed', personOn(pair, side), 'end', {
      data: { monthsConfirmed: months },
    });
    out.tell(participantRun(personOn(pair, side)), 'free', 'completed', {
      pair: facts.id,
      result: 'completed',
      months,
    });
  }
  out.tell(facts.cohort, 'pair-ended', 'completed', {
    pair: facts.id,
    mentee: personOn(pair, 'mentee'),
    result: 'completed',
  });
  out.ends = true;
}
