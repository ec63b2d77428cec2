import {
  addDays,
  addWorkingDays,
  type CivilDate,
  civilDateOf,
  instantAt,
  nextWorkingDay,
} from '../../calendar/index.ts';
import type { Message } from '../../messages.ts';
import { personOf } from './moderation.ts';
import { finish } from './schedule.ts';
import { forget, type Mailing } from './types.ts';

/** The communication officer gets poster, text and hashtag, with a deadline: a working day after the mailing, never after the event (R23, R28). */
export function askSocial({ out, facts }: Mailing, day: CivilDate): void {
  const { settings, holidays } = out.moment;
  const after = addWorkingDays(nextWorkingDay(day, holidays), settings.socialConfirm, holidays);
  // On the event's own day it is too late to announce it.
  const last = facts.eventDate !== '' && facts.eventDate <= after ? addDays(facts.eventDate, -1) : after;
  const due = instantAt(last, settings.deadlineTime);
  const asked = (out.memory.asked ?? 0) + 1;
  out.remember({ asked, social: { state: 'asked', due, step: String(asked) } });
  out.letter('social-request', 'role:Communication officer', `social/${asked}`, { due, data: { day } });
}

/** It does not go out, or not as it was: the officer is told not to post it. */
export function cancelSocial({ out }: Mailing): void {
  const { social } = out.memory;
  if (social && social.state !== 'done')
    out.letter('social-cancelled', 'role:Communication officer', `cancelled/${social.step}`);
  if (social?.state !== 'done') forget(out, 'social');
}

export function remindSocial({ out }: Mailing): void {
  const { social } = out.memory;
  if (social?.state === 'asked')
    out.letter('social-reminder', 'role:Communication officer', `reminder/${social.step}`, { due: social.due });
}

/** Done only when the officer confirms with the post's link; the officer may return it, and the Center sends it again. */
export function socialAnswered(mailing: Mailing, message: Message): void {
  const { out, facts } = mailing;
  const who = personOf(message);
  const { social } = out.memory;
  if (!social) return out.refuse('nothing-asked');
  if (message.kind === 'social-again') {
    if (!facts.moderators.includes(who)) return out.refuse('not-your-role');
    if (social.state !== 'returned') return out.refuse('nothing-asked');
    askSocial(mailing, out.memory.day ?? nextWorkingDay(civilDateOf(out.now), out.moment.holidays));
    return out.answer('noted');
  }
  if (!facts.officers.includes(who)) return out.refuse('not-your-role');
  if (social.state === 'done') return out.answer('social-done');
  if (message.kind === 'social-return') {
    out.remember({ social: { ...social, state: 'returned' } });
    for (const to of [out.row, 'role:Moderator']) out.letter('social-returned', to, `returned/${social.step}`);
    out.note('Social post returned', message.by);
    return out.answer('noted');
  }
  if (message.data?.link !== true) return out.refuse('social-no-link');
  out.remember({ social: { ...social, state: 'done' } });
  out.note('Posted in social networks', message.by);
  out.answer('social-done');
  finish(mailing);
}
