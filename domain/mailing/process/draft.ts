import { civilDateOf, type Instant } from '../../calendar/index.ts';
import type { Actor, Message } from '../../messages.ts';
import { startSpan } from '../clock.ts';
import { sendDay } from '../window.ts';
import { refuseLate } from './ending.ts';
import { personOf } from './moderation.ts';
import { moments } from './timers.ts';
import { forget, isOverridden, type Mailing } from './types.ts';

/** A request came in: the receipt tells its dates, or at once that they have passed. */
export function receive(mailing: Mailing): void {
  const { out, window } = mailing;
  out.moveTo('Draft', 'program', 'Asked for');
  if (window) out.remember({ window });
  if (isLate(mailing)) return refuseLate(mailing);
  out.letter('mailing-receipt', out.row, 'receipt');
}

/**
 * An expired link was opened: a letter brings a fresh one to the address on file, once a day. To the initiator the receipt, to whoever
 * decides the page, to the Director, who heard of the alarm, the same page, to the communication officer the post.
 */
export function freshLink({ out, facts }: Mailing, message: Message): void {
  const step = `fresh/${civilDateOf(message.at)}`;
  const who = personOf(message);
  const { social } = out.memory;
  if (message.by === 'initiator') {
    out.letter('mailing-receipt', out.row, step);
    return out.answer('noted');
  }
  if (message.data?.action === 'social' && facts.officers.includes(who)) {
    if (social?.state !== 'asked') return out.refuse('nothing-asked');
    out.letter('social-reminder', who, step, { due: social.due });
  } else if ([facts.moderators, facts.approvers, facts.directors ?? []].some((role) => role.includes(who)))
    out.letter('mailing-page', who, step);
  else return out.refuse('not-yours');
  out.answer('mailing-page-sent');
}

/** No day is left on which it may go out. A named override ends the window, not the event. */
export function isLate(mailing: Mailing): boolean {
  const { out, facts, window } = mailing;
  const today = civilDateOf(out.now);
  // A post announces nothing any more on the day of the event; once approved it waits for the officer's word.
  if (facts.social === 'only') return out.stage !== 'Scheduled' && facts.eventDate !== '' && today >= facts.eventDate;
  if (isOverridden(mailing)) return facts.eventDate !== '' && today >= facts.eventDate;
  return window !== null && sendDay(today, '', window, out.moment.holidays) === undefined;
}

/**
 * Handed in and complete: the clock opens at the moment of the press (R26, Q8). The moderator and, for a broad audience, the Center are
 * asked at the same time (P6).
 */
export function handIn(mailing: Mailing, at: Instant, by: Actor): void {
  const { out, facts } = mailing;
  if (by !== 'initiator') return out.refuse('not-yours');
  if (!['Draft', 'Returned'].includes(out.stage)) return out.refuse('mailing-handed-in-already');
  if (isLate(mailing) && facts.forceMajeure === '') return refuseLate(mailing);
  if (facts.missing.length > 0) {
    out.cells.systemNote = `Not handed in; missing: ${facts.missing.join(', ')}.`;
    return out.refuse('mailing-incomplete');
  }
  if (facts.social !== 'only' && facts.audience.count === 0) {
    out.cells.systemNote = 'Not handed in: nobody would get it.';
    return out.refuse('mailing-no-audience');
  }
  out.moveTo('In moderation', by, out.stage === 'Returned' ? 'Handed in again' : 'Handed in');
  out.answer('mailing-handed-in');
  toModeration(mailing, at);
}

/**
 * Opens a round of moderation on what stands there now; whatever was decided about something else is forgotten. Half-time comes once: the
 * deputy knows by then.
 */
export function toModeration(mailing: Mailing, at: Instant): void {
  const { out, facts } = mailing;
  const round = out.memory.round + 1;
  forget(out, 'approval', 'coordination', 'fix', 'alarmed');
  out.remember({
    round,
    spans: startSpan(out.memory.spans, at),
    seen: { content: facts.content, audience: facts.audience.fingerprint },
    mistaken: Object.fromEntries(
      Object.entries(out.memory.mistaken).filter(([key]) => facts.findings.some((f) => f.key === key)),
    ),
  });
  const clock = moments(mailing);
  const due = clock ? { due: clock.due } : {};
  out.letter('mailing-to-moderate', 'role:Moderator', `round/${round}`, due);
  if (needsCoordination(mailing)) out.letter('mailing-to-coordinate', 'role:Center approver', `round/${round}`, due);
}

/** A mailing beyond a unit's own alumni is coordinated with the Center (P6, P7); a post for social networks reaches nobody's mailbox. */
export const needsCoordination = ({ facts }: Mailing): boolean =>
  facts.social !== 'only' && facts.audience.scope === 'broad';
