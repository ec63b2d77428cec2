import { civilDateOf } from '../../calendar/index.ts';
import type { Message } from '../../messages.ts';
import type { Event, Moment } from '../../process/index.ts';
import { windowOf } from '../window.ts';
import { describe, isMailingOver } from './describe.ts';
import { freshLink, handIn, isLate, receive as receiveRequest } from './draft.ts';
import { refuseLate, withdraw } from './ending.ts';
import { changed, consent, mistaken, moderated, override } from './moderation.ts';
import { nameNeeds, needAnswered } from './needs.ts';
import { chooseDay, delivered, isVoid, makeRoom, moveDay, send, steer, voidApproval } from './schedule.ts';
import { remindSocial, socialAnswered } from './social.ts';
import { moments, setTimers } from './timers.ts';
import {
  deliveryRun,
  emptyMailingMemory,
  forget,
  type Mailing,
  MailingEffects,
  type MailingFacts,
  type MailingPlan,
} from './types.ts';

/** A mailing, from request to report: what happens on each message and each date, decided without doing anything. */
export { isMailingOver } from './describe.ts';
export type { FindingFact, MailingFacts, MailingMemory, MailingPlan } from './types.ts';

export function decideMailing(facts: MailingFacts, event: Event, moment: Moment): MailingPlan {
  const out = new MailingEffects(moment, facts.id, facts.stage, facts.memory ?? emptyMailingMemory());
  const window =
    facts.direction === '' ? null : windowOf(facts.direction, facts.eventDate, moment.settings, moment.holidays);
  const mailing: Mailing = { facts, out, window: facts.social === 'only' ? null : window };
  if (event.type === 'start') {
    if (!facts.stage) receiveRequest(mailing);
  } else if (event.type === 'due') due(mailing, event.timer);
  else if (event.type === 'message') receive(mailing, event.message);
  if (!isMailingOver(out.stage)) tellDates(mailing);
  makeRoom(mailing);
  setTimers(mailing);
  nameNeeds(mailing);
  describe(mailing);
  return out.plan();
}

function due(mailing: Mailing, timer: string): void {
  const { out } = mailing;
  switch (timer) {
    case 'window':
      return windowClosed(mailing);
    case 'half':
      out.remember({ half: true });
      return out.letter('mailing-half-time', 'deputy:Moderator', `half/${out.memory.round}`, clockDue(mailing));
    case 'alarm':
      out.remember({ alarmed: true });
      for (const role of ['Moderator', 'Director'])
        out.letter('mailing-alarm', `role:${role}`, `alarm/${out.memory.round}`, clockDue(mailing));
      return;
    case 'due':
      out.remember({ breached: out.now });
      return out.note('Clock breached', 'program', 'Moderation took longer than a working day');
    case 'send':
      return send(mailing);
    case 'socialReminder':
      return remindSocial(mailing);
    case 'socialDue':
      return out.note('Social post overdue', 'program');
    default:
      throw new Error(`no such timer: ${timer}`);
  }
}

const clockDue = (mailing: Mailing) => {
  const clock = moments(mailing);
  return clock ? { due: clock.due } : {};
};

/** Whatever was not sent by now is not sent any more. While an entry of force majeure is in force a named person may still let it pass. */
function windowClosed(mailing: Mailing): void {
  const { out, facts } = mailing;
  out.remember({ closed: true });
  if (out.stage === 'Sending') {
    out.tell(deliveryRun(out.row), 'stop', `window/${out.memory.round}`);
    return out.note('The window closed during delivery', 'program', 'Whoever has not got it will not get it');
  }
  if (!isLate(mailing)) return;
  if (facts.forceMajeure !== '' && !out.memory.override && out.stage !== 'Scheduled')
    return out.note('The window has passed', 'program', `Open under ${facts.forceMajeure}`);
  refuseLate(mailing);
}

function receive(mailing: Mailing, message: Message): void {
  const { out } = mailing;
  if (message.kind === 'recheck' || message.kind === 'edit') return looked(mailing, message);
  if (isMailingOver(out.stage))
    return message.kind.startsWith('social') ? socialAnswered(mailing, message) : out.refuse('mailing-over');
  switch (message.kind) {
    case 'hand-in':
      return handIn(mailing, message.at, message.by);
    case 'withdraw':
      return withdraw(mailing, message.by);
    case 'fresh-link':
      return freshLink(mailing, message);
    case 'consent':
      return consent(mailing, message);
    case 'approve':
    case 'return':
    case 'fix':
    case 'reject':
    case 'coordinate':
      return moderated(mailing, message);
    case 'mistaken':
      return mistaken(mailing, message);
    case 'override':
      return override(mailing, message);
    case 'day':
    case 'overlap-accepted':
      chooseDay(mailing, message);
      return out.stage === 'Scheduled' && out.outcome.status === 'done' ? send(mailing) : undefined;
    case 'pause':
    case 'resume':
    case 'stop':
      return steer(mailing, message);
    case 'progress':
    case 'delivered':
      return delivered(mailing, message);
    case 'need':
      return needAnswered(mailing, message);
    case 'social-confirm':
    case 'social-return':
    case 'social-again':
      return socialAnswered(mailing, message);
    default:
      return out.refuse('unknown-message');
  }
}

/** The row, the settings or the calendar changed. */
function looked(mailing: Mailing, message: Message): void {
  const { out, facts } = mailing;
  if (facts.decision !== (out.memory.decision ?? '')) {
    out.remember({ decision: facts.decision });
    if (facts.decision === 'Send me the page') {
      out.letter('mailing-page', 'role:Moderator', `page/${message.at}`);
      out.cells.systemNote = 'Each moderator has a letter with the page; the cell alone decides nothing.';
    } else if (facts.decision === 'Withdraw') return withdraw(mailing, 'staff');
  }
  if (isMailingOver(out.stage) || out.stage === 'Sending' || out.stage === 'Sent') return;
  if (isLate(mailing) && facts.forceMajeure === '') return refuseLate(mailing);
  if (out.stage === 'Scheduled') isVoid(mailing) ? voidApproval(mailing) : moveDay(mailing);
  else if (out.stage === 'In moderation') changed(mailing);
}

/** Dates that moved, by a new event date or a new calendar, are told to whom they concern. */
function tellDates(mailing: Mailing): void {
  const { out, window } = mailing;
  const told = out.memory.window;
  const same =
    told?.earliest === window?.earliest && told?.latest === window?.latest && told?.handInBy === window?.handInBy;
  if (same) return;
  forget(out, 'closed');
  if (window) out.remember({ window });
  out.note('Dates changed', 'program', window ? `${window.earliest} to ${window.latest}` : 'No window any more');
  out.letter('mailing-dates-changed', out.row, `dates/${civilDateOf(out.now)}/${window?.latest ?? 'none'}`);
}
