import { addMonths, civilDateOf, instantAt } from '../../calendar/index.ts';
import type { Actor, Message } from '../../messages.ts';
import { dayWords, deadline, exactly, reminder } from '../../process/index.ts';
import { monthsOf, scheduleCheck } from './checks.ts';
import { close } from './closing.ts';
import { closeNeed, openNeed } from './needs.ts';
import { otherSide, type Pair, participantRun, personOn, SIDES, type Side } from './types.ts';

/** One side confirmed the agreement; with the second confirmation the six months begin (Q14). */
export function confirm(pair: Pair, side: Side, at: string): void {
  const { out } = pair;
  if (out.memory.confirmed[side]) return out.answer('confirmed-already');
  out.remember({ confirmed: { ...out.memory.confirmed, [side]: at } });
  out.note('Agreement confirmed', side);
  out.answer('confirmed');
  if (SIDES.every((s) => out.memory.confirmed[s])) begin(pair);
}

function begin(pair: Pair): void {
  const { out, facts } = pair;
  const start = civilDateOf(out.now);
  // Staff may have set the end, as for a mentor who takes over from another one.
  const end = facts.newEnd > start ? facts.newEnd : addMonths(start, out.moment.settings.months);
  out.stop('*');
  out.moveTo('Active', 'program', 'Both confirmed the agreement');
  out.remember({ start, end, anchor: facts.oldestStart || start });
  out.cells.startedOn = start;
  scheduleEnd(pair, end);
  out.start('plan', reminder(out.moment, 'planReminder'));
  scheduleCheck(pair, 1);
  for (const side of SIDES) {
    out.tell(participantRun(personOn(pair, side)), 'activate', 'begin', { pair: facts.id });
    out.letter(side === 'mentor' ? 'start-mentor' : 'start-mentee', personOn(pair, side), 'start', {
      expires: instantAt(addMonths(end, 1), '17:00'),
      data: { endsOn: end, months: monthsOf(pair) },
    });
  }
}

export function scheduleEnd(pair: Pair, end: string): void {
  pair.out.remember({ end });
  pair.out.cells.endsOn = end;
  pair.out.start('end', exactly(instantAt(end, pair.out.moment.settings.gatherTime)));
}

/** A side says that a plan was agreed, how they keep contact and how often they meet (M34, M37; no content). */
export function plan(pair: Pair, side: Side, message: Message): void {
  const { out } = pair;
  out.remember({ planned: { ...out.memory.planned, [side]: true } });
  out.cells.contact = `${message.data?.contact ?? ''}, ${message.data?.rhythm ?? ''}`;
  out.note('Plan agreed, contact method and rhythm given', side);
  if (SIDES.every((s) => out.memory.planned[s])) out.stop('plan');
}

export function remindPlan(pair: Pair): void {
  for (const side of SIDES)
    if (!pair.out.memory.planned[side]) pair.out.letter('plan-reminder', personOn(pair, side), 'plan');
}

/** "My partner does not answer": a neutral letter to the other side, and staff if no sign comes (M25). */
export function partnerSilent(pair: Pair, side: Side): void {
  const { out } = pair;
  if (out.memory.silent) return out.answer('silent-already');
  out.remember({ silent: { by: side, at: out.now } });
  out.start('partnerSilent', deadline(out.moment, 'partnerSilent'));
  out.letter('partner-nudge', personOn(pair, otherSide(side)), `nudge/${out.now}`);
  out.note('Partner does not answer', side);
  out.answer('silent');
}
export const partnerStaysSilent = (pair: Pair): void =>
  openNeed(pair, 'partner-silent', pair.out.memory.silent?.by ?? '');

/** Any answer of the side that was said to be silent is a sign. */
export function signOf(pair: Pair, side: Side): void {
  const { silent } = pair.out.memory;
  if (silent && silent.by !== side) silenceOver(pair);
}

/** The silence is broken, or staff have seen to it: it may be reported again. */
export function silenceOver(pair: Pair): void {
  const { out } = pair;
  out.stop('partnerSilent');
  closeNeed(pair, 'partner-silent');
  const { silent: _, ...rest } = out.memory;
  out.memory = rest;
}

export const isLater = (pair: Pair, to: string): boolean => to > (pair.out.memory.end ?? '');
export function dateMissing(pair: Pair): void {
  const end = dayWords(pair.out.memory.end ?? '');
  pair.out.cells.systemNote = `Put a date after ${end} into "New end"; Extend then goes on by itself.`;
  pair.out.refuse('no-new-end');
}

/** Staff propose another end; both must agree, then all later dates move. */
export function askExtension(pair: Pair, to: string): void {
  const { out } = pair;
  if (!isLater(pair, to)) return dateMissing(pair);
  out.remember({ extension: { to, agreed: {} } });
  for (const side of SIDES)
    out.letter('extension-asked', personOn(pair, side), `extend/${to}/${out.now}`, { data: { newEnd: to } });
  out.cells.systemNote = `Both are asked to agree to ${dayWords(to)}.`;
}

/** One side answered what both must agree to: an extension, or that the goals are reached early. */
export function answerQuestion(pair: Pair, side: Side, yes: boolean, question: string): void {
  const { out } = pair;
  if (question !== 'goals' && out.memory.extension) return answerExtension(pair, side, yes, side);
  if (question !== 'extension' && out.memory.goals[otherSide(side)]) return sayGoals(pair, side, yes);
  out.answer('nothing-asked');
}

function answerExtension(pair: Pair, side: Side, yes: boolean, by: Actor): void {
  const { out } = pair;
  const { extension, ...rest } = out.memory;
  if (!extension) return;
  if (!yes) {
    out.memory = rest;
    openNeed(pair, 'extension-refused', side);
    out.note('Extension not agreed to', by);
    return out.answer('noted');
  }
  const agreed = { ...extension.agreed, [side]: true } as const;
  out.answer('noted');
  if (!SIDES.every((s) => agreed[s])) return out.remember({ extension: { ...extension, agreed } });
  out.memory = rest;
  scheduleEnd(pair, extension.to);
  scheduleCheck(pair, Math.max(0, ...Object.keys(out.memory.checks).map(Number)) + 1);
  out.note(`Extended to ${extension.to}`, by, 'Both agreed');
  for (const s of SIDES)
    out.letter('extended', personOn(pair, s), `extended/${extension.to}/${out.now}`, {
      data: { endsOn: extension.to },
    });
}

/** "We reached our goals": completed early once both say so. */
export function sayGoals(pair: Pair, side: Side, yes = true): void {
  const { out } = pair;
  if (!yes) {
    out.remember({ goals: {} });
    out.note('Goals not reached yet', side);
    return out.answer('noted');
  }
  out.remember({ goals: { ...out.memory.goals, [side]: true } });
  out.note('Goals reached', side);
  out.answer('goals');
  if (SIDES.every((s) => out.memory.goals[s])) return close(pair, 'program', 'Both say their goals are reached');
  out.letter('goals-asked', personOn(pair, otherSide(side)), `goals/${side}/${out.now}`);
}
