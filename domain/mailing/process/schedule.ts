import { type CivilDate, civilDateOf, instantAt, nextWorkingDay } from '../../calendar/index.ts';
import type { Message } from '../../messages.ts';
import { dayWords, momentWords } from '../../process/index.ts';
import { mondayOf } from '../fatigue.ts';
import { isSendingDay, sendDay } from '../window.ts';
import { isLate, toModeration } from './draft.ts';
import { end, refuseLate } from './ending.ts';
import { personOf } from './moderation.ts';
import { askSocial, cancelSocial } from './social.ts';
import { deliveryRun, forget, isOverridden, type Mailing } from './types.ts';

/** The day it goes out: the one chosen, else the wished one as far as the window allows. */
function dayFor(mailing: Mailing): CivilDate | undefined {
  const { out, facts, window } = mailing;
  const today = civilDateOf(out.now);
  const wished = out.memory.day ?? facts.wished;
  const { holidays } = out.moment;
  return sendDay(today, wished, isOverridden(mailing) ? null : window, holidays);
}

/** The hour of that day, or now when it has passed. */
function hourOf({ out }: Mailing, day: CivilDate): string {
  const at = instantAt(day, out.moment.settings.sendTime);
  return at > out.now ? at : out.now;
}

/** Approved and coordinated: recipients are frozen, the day is told, and the communication officer gets the poster (R22, R23). */
export function schedule(mailing: Mailing): void {
  const { out, facts } = mailing;
  const { approval } = out.memory;
  if (!approval) return;
  if (facts.social === 'only') {
    out.moveTo('Scheduled', `person ${approval.by}`, 'Approved; the communication officer posts it');
    return askSocial(mailing, nextWorkingDay(civilDateOf(out.now), out.moment.holidays));
  }
  const day = dayFor(mailing);
  if (day === undefined) return refuseLate(mailing);
  out.moveTo('Scheduled', `person ${approval.by}`, `Goes out on ${day}`);
  out.tell(deliveryRun(out.row), 'freeze', `freeze/${out.memory.round}`, {
    content: approval.content,
    audience: approval.audience,
  });
  setDay(mailing, day);
  if (facts.social === 'with') askSocial(mailing, day);
  // Approved on its very day after the hour, it waits for nothing any more.
  send(mailing);
}

function setDay(mailing: Mailing, day: CivilDate): void {
  const { out, facts } = mailing;
  const at = hourOf(mailing, day);
  out.remember({ day });
  out.letter('mailing-scheduled', out.row, `scheduled/${out.memory.round}/${day}`, {
    due: at,
    data: { recipients: facts.audience.count },
  });
  out.cells.systemNote = `Approved; goes out ${momentWords(at)}.`;
}

/** Something around it changed: the day may have become a day off, none may be left, or nothing holds it any more. */
export function moveDay(mailing: Mailing): void {
  const { out, facts } = mailing;
  if (facts.social === 'only') return;
  const day = dayFor(mailing);
  if (day === undefined) return refuseLate(mailing);
  // Held on its day and on this one: whoever waits for it hears when it goes out, not each day that it does not.
  if (heldOn(mailing) !== undefined) return;
  if (day !== out.memory.day || !isHeld(mailing, day)) {
    if (day !== out.memory.day) setDay(mailing, day);
    send(mailing);
  }
}

/** Approval is bound to what was approved: any later edit of text or recipients takes it back. */
export function isVoid({ out, facts }: Mailing): boolean {
  const { approval } = out.memory;
  return (
    approval !== undefined && (approval.content !== facts.content || approval.audience !== facts.audience.fingerprint)
  );
}
export function voidApproval(mailing: Mailing): void {
  const { out } = mailing;
  out.moveTo('In moderation', 'program', 'Text or recipients changed after approval');
  out.tell(deliveryRun(out.row), 'thaw', `thaw/${out.memory.round}`);
  out.letter('mailing-void', out.row, `void/${out.memory.round}`);
  cancelSocial(mailing);
  forget(out, 'day', 'overlap');
  toModeration(mailing, out.now);
}

/** Too many mailings that week for too many of them, and nobody has let it pass (P8). */
const isHeld = ({ out, facts }: Mailing, day: CivilDate): boolean =>
  facts.overloaded.includes(day) &&
  (out.memory.overlap === undefined || mondayOf(out.memory.overlap.day) !== mondayOf(day));

/** The day on which it would go out by now and is held; undefined before its hour, and when nothing holds it. */
export function heldOn(mailing: Mailing): CivilDate | undefined {
  const { out } = mailing;
  const { day } = out.memory;
  if (out.stage !== 'Scheduled' || day === undefined || instantAt(day, out.moment.settings.sendTime) > out.now) return;
  const next = day < civilDateOf(out.now) ? dayFor(mailing) : day;
  return next !== undefined && isHeld(mailing, next) ? next : undefined;
}

/** The week in which it takes its readers' attention, if it has a day: over once it is refused, rejected or taken back. */
const weekTaken = (stage: string, day: CivilDate | undefined): CivilDate | undefined =>
  day !== undefined && ['In moderation', 'Scheduled', 'Sending', 'Sent', 'Done'].includes(stage)
    ? mondayOf(day)
    : undefined;

/** A mailing that leaves a week makes room in it, and one with other readers may: those that are held there look again (P8). */
export function makeRoom({ facts, out }: Mailing): void {
  const left = weekTaken(facts.stage, facts.memory?.day);
  const isSame = facts.memory?.seen?.audience === out.memory.seen?.audience;
  if (left === undefined || (isSame && left === weekTaken(out.stage, out.memory.day))) return;
  for (const { id, day } of facts.held ?? [])
    if (mondayOf(day) === left) out.tell(`mailing/${id}`, 'recheck', `room/${facts.memory?.wake ?? 0}`);
}

/** The hour came: looked at once more, then sent; held for overlap; refused when the window has passed, never late. */
export function send(mailing: Mailing): void {
  const { out, facts } = mailing;
  if (isLate(mailing)) return refuseLate(mailing);
  if (isVoid(mailing)) return voidApproval(mailing);
  const day = dayFor(mailing);
  if (day === undefined) return refuseLate(mailing);
  if (day !== out.memory.day) setDay(mailing, day);
  if (hourOf(mailing, day) > out.now) return;
  if (isHeld(mailing, day)) {
    out.note('Held for overlap', 'program', `On ${day}`);
    out.cells.systemNote = `Held: too many of its readers would get too many mailings this week.${facts.suggested ? ` Better: ${dayWords(facts.suggested)}.` : ''}`;
    return;
  }
  out.moveTo('Sending', 'program', 'Its hour has come');
  out.tell(deliveryRun(out.row), 'send', `send/${out.memory.round}`, {
    content: facts.content,
    audience: facts.audience.fingerprint,
  });
}

/** A moderator chose another day, or let it go out in spite of the overlap; either is written down with the name. */
export function chooseDay(mailing: Mailing, message: Message): void {
  const { out, facts, window } = mailing;
  const who = personOf(message);
  if (!facts.moderators.includes(who)) return out.refuse('not-your-role');
  if (who === facts.initiator) return out.refuse('mailing-own');
  if (!['In moderation', 'Scheduled'].includes(out.stage)) return out.refuse('unfit');
  const day = String(message.data?.day ?? '');
  if (message.kind === 'overlap-accepted') {
    out.remember({ overlap: { by: who, at: message.at, day: day || (out.memory.day ?? civilDateOf(out.now)) } });
    out.note('Overlap accepted', message.by, out.memory.overlap?.day ?? '');
    return out.answer('noted');
  }
  const isOpen =
    day >= civilDateOf(out.now) && isSendingDay(day, isOverridden(mailing) ? null : window, out.moment.holidays);
  if (!isOpen) return out.refuse('mailing-day-outside');
  if (out.stage === 'Scheduled') setDay(mailing, day);
  else out.remember({ day });
  out.note(`Day chosen: ${day}`, message.by);
  out.answer('noted');
}

/** What the delivery tells: how far it is, and how it ended. Counts only. */
export function delivered(mailing: Mailing, message: Message): void {
  const { out } = mailing;
  if (out.stage !== 'Sending') return out.refuse('unfit');
  const n = (name: string) => Number(message.data?.[name] ?? 0);
  out.remember({ delivery: { sent: n('sent'), failed: n('failed'), bounced: n('bounced'), left: n('left') } });
  if (message.kind === 'progress') return;
  const doubtful = n('unknown') > 0 ? `, ${n('unknown')} in doubt` : '';
  out.moveTo('Sent', 'program', `${n('sent')} sent, ${n('failed')} failed, ${n('left')} not sent${doubtful}`);
  for (const to of [out.row, 'role:Moderator'])
    out.letter('mailing-report', to, 'report', {
      data: {
        sent: n('sent'),
        failed: n('failed'),
        bounced: n('bounced'),
        left: n('left'),
        unknown: n('unknown'),
        kept: out.memory.breached === undefined,
      },
    });
  finish(mailing);
}

/** Done, when the social part is done too. */
export function finish(mailing: Mailing): void {
  const { out, facts } = mailing;
  const social = out.memory.social;
  if (out.stage === 'Sent' && (!social || social.state === 'done'))
    end(mailing, 'Done', 'program', 'Nothing is left to do');
  else if (facts.social === 'only' && out.stage === 'Scheduled' && social?.state === 'done')
    end(mailing, 'Done', 'program', 'Posted');
}

/** Pause, go on or stop what is being sent; a moderator's name stands behind it. */
export function steer(mailing: Mailing, message: Message): void {
  const { out, facts } = mailing;
  if (!facts.moderators.includes(personOf(message))) return out.refuse('not-your-role');
  if (out.stage !== 'Sending') return out.refuse('unfit');
  if (message.kind === 'pause') out.remember({ paused: true });
  else forget(out, 'paused');
  // Named by the press: two of a kind may come at the same instant of a frozen clock.
  out.tell(deliveryRun(out.row), message.kind, message.id);
  out.note(`Delivery: ${message.kind}`, message.by);
  out.answer('noted');
}
