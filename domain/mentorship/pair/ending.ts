import type { Actor } from '../../messages.ts';
import { workingDeadline } from '../../process/index.ts';
import { confirmedMonths } from './checks.ts';
import { forgetMeeting } from './meeting.ts';
import { openNeed } from './needs.ts';
import { otherSide, type Pair, participantRun, personOn, SIDES, type Side } from './types.ts';

/** Frees both places and tells the cohort, which alone may propose the mentee's next choice. */
function leave(pair: Pair, result: string, next: 'choice' | 'wait' | 'none'): void {
  const { out, facts } = pair;
  const months = confirmedMonths(out.memory.checks);
  for (const side of SIDES)
    if (personOn(pair, side))
      out.tell(participantRun(personOn(pair, side)), 'free', `end/${result}`, { pair: facts.id, result, months });
  out.tell(facts.cohort, 'pair-ended', `end/${result}`, {
    pair: facts.id,
    mentee: personOn(pair, 'mentee'),
    mentor: personOn(pair, 'mentor'),
    result,
    next,
  });
  out.ends = true;
}

export function reject(pair: Pair, by: Actor): void {
  pair.out.stop('*');
  pair.out.remember({ open: {} });
  pair.out.moveTo('Rejected', by, 'The Center rejected the proposal');
  pair.out.cells.systemNote = "Rejected. The mentee's next choice is proposed, if there is one.";
  leave(pair, 'rejected', 'choice');
}

/** Matching was run again and found another mentor or none: nobody had heard of this proposal, and it may be found again. */
export function redraw(pair: Pair): void {
  pair.out.stop('*');
  pair.out.remember({ open: {}, redrawn: true });
  pair.out.moveTo('Rejected', 'staff', 'Matched again; this proposal is taken back');
  pair.out.cells.systemNote = 'Matched again: this proposal is taken back. Nobody had heard of it.';
  leave(pair, 'redrawn', 'none');
}

/** The mentee did not want this mentor, or did not answer: no fault, and no next request without a new choice. */
export function menteeDeclines(pair: Pair, by: Actor, silent: boolean): void {
  pair.out.stop('*');
  pair.out.moveTo(silent ? 'Lapsed' : 'Declined', by, silent ? 'No answer from the mentee' : 'The mentee said no');
  pair.out.answer('declined');
  leave(pair, 'mentee-declined', 'wait');
}

/** The mentor declined or stayed silent: the mentee hears that there was no place, and the next choice is asked (Q18). */
export function mentorDeclines(pair: Pair, by: Actor, silent: boolean): void {
  const { out } = pair;
  out.stop('*');
  out.moveTo(silent ? 'Lapsed' : 'Declined', by, silent ? 'No answer from the mentor' : 'The mentor declined');
  out.letter('no-place', personOn(pair, 'mentee'), 'no-place');
  out.tell(participantRun(personOn(pair, 'mentor')), silent ? 'request-silent' : 'request-answered', 'declined', {
    pair: pair.facts.id,
  });
  out.answer('declined');
  leave(pair, 'mentor-declined', 'choice');
}

/**
 * A request that nobody can answer any more, since a side left or paused, or the Center took it back: whoever knows of it hears
 * so in neutral words, and a mentee who still takes part gets the next choice.
 */
export function withdraw(pair: Pair, out: Side | undefined): void {
  const { stage } = pair.out;
  if (stage === 'Proposed') return reject(pair, out ?? 'staff');
  const knows: readonly Side[] =
    stage === 'Asking mentee' ? ['mentee'] : stage === 'Asking mentor' ? ['mentor'] : SIDES;
  pair.out.stop('*');
  pair.out.remember({ open: {} });
  pair.out.moveTo('Declined', out ?? 'staff', out ? `The ${out} left or paused` : 'Taken back by the Center');
  for (const side of knows)
    if (side !== out)
      pair.out.letter('request-withdrawn', personOn(pair, side), 'withdrawn', {
        data: { partner: personOn(pair, otherSide(side)) },
      });
  pair.out.answer('ended');
  leave(pair, 'withdrawn', out === 'mentee' ? 'none' : 'choice');
}

/** One side refused the agreement, or time ran out: the place is released, both are told, nobody is at fault (Q20). */
export function agreementFails(pair: Pair, by: Actor, refused: boolean): void {
  const { out } = pair;
  out.stop('*');
  out.moveTo(
    refused ? 'Declined' : 'Lapsed',
    by,
    refused ? 'The agreement was not confirmed' : 'The agreement was not confirmed in time',
  );
  for (const side of SIDES) out.letter('agreement-lapsed', personOn(pair, side), 'lapsed', { data: { role: side } });
  if (!refused) openNeed(pair, 'agreement-lapsed');
  out.answer('declined');
  leave(pair, refused ? 'agreement-refused' : 'agreement-lapsed', 'wait');
}

/**
 * Ends a pair at work: the other side and the Center are told in neutral words (M25, Q21). In a safety case only the Center
 * is, and telling the other side is its task.
 */
export function endEarly(
  pair: Pair,
  by: Actor,
  side: Side | undefined,
  how: { safety?: boolean; replace?: boolean } = {},
): void {
  const { out } = pair;
  out.stop('*');
  const { pause: _, ...rest } = out.memory;
  out.memory = { ...rest, open: {} };
  out.moveTo(
    'Ended early',
    by,
    how.safety ? 'Ended by the Center for safety' : how.replace ? 'Another mentor is sought' : 'Ended',
  );
  if (how.safety) {
    openNeed(pair, 'tell-partner', '', workingDeadline(out.moment, 'safetyTell').at);
  } else if (side) {
    out.letter('ended', personOn(pair, otherSide(side)), 'ended', { data: { role: otherSide(side) } });
    out.letter('ended-by-you', personOn(pair, side), 'ended', { data: { role: side } });
  } else {
    for (const each of SIDES) out.letter('ended', personOn(pair, each), 'ended', { data: { role: each } });
  }
  forgetMeeting(pair);
  out.answer('ended');
  leave(pair, 'ended', how.replace ? 'choice' : 'none');
}
