import type { Message } from '../../messages.ts';
import { dayWords, type Need } from '../../process/index.ts';
import { needsCoordination } from './draft.ts';
import { heldOn } from './schedule.ts';
import { moments } from './timers.ts';
import type { Mailing } from './types.ts';

/** What waits for staff, named anew on each wake, so that a row closes when its cause is gone. */
export function nameNeeds(mailing: Mailing): void {
  const { out, facts } = mailing;
  const { memory } = out;
  const need = (cause: string, role: Need['role'], what: string, why: string, due?: string) =>
    out.need({ cause: `${cause}/${out.row}`, role, what, why, actions: ['Send the page'], ...(due ? { due } : {}) });
  if (out.stage === 'In moderation') {
    const due = moments(mailing)?.due;
    const late = memory.breached ? ' The working day that this may take has passed.' : '';
    if (!memory.approval)
      need(
        'moderate',
        'Moderator',
        'A mailing waits for moderation',
        `Open its page and approve, return or reject it.${late}`,
        due,
      );
    if (needsCoordination(mailing) && !memory.coordination)
      need(
        'coordinate',
        'Center approver',
        'A mailing beyond a unit’s own alumni waits for the Center',
        `Open its page and decide.${late}`,
        due,
      );
    if (facts.moderators.every((one) => one === facts.initiator))
      need(
        'no-moderator',
        'Director',
        'No moderator for a mailing',
        'Nobody but its initiator is a moderator and present. Name one in the Staff tab.',
      );
  }
  if (heldOn(mailing) !== undefined)
    need(
      'overlap',
      'Moderator',
      'A mailing is held for overlap',
      `Too many of its readers would get too many mailings this week. Choose another day${facts.suggested ? `, such as ${dayWords(facts.suggested)},` : ''} or let it go out.`,
    );
  if (memory.social?.state === 'asked' && memory.social.due <= out.now)
    need(
      'social',
      'Communication officer',
      'A social post is not confirmed',
      'Confirm it with the link of the post, or return it.',
      memory.social.due,
    );
  if (memory.social?.state === 'returned')
    need(
      'social-returned',
      'Moderator',
      'A social post was returned',
      'Put it right with the initiator, then send it again.',
    );
  if (memory.paused)
    need('paused', 'Moderator', 'A delivery is paused', 'Resume or stop it on the page of the mailing.');
}

/** Who gets the page again by an action in the queue, by cause. */
const PAGE_TO: Readonly<Record<string, Need['role']>> = {
  moderate: 'Moderator',
  coordinate: 'Center approver',
  overlap: 'Moderator',
  social: 'Communication officer',
  'social-returned': 'Moderator',
  paused: 'Moderator',
};

/** An action chosen in the queue: it sends the page, since only a page proves who decides. A row closes when its cause is gone. */
export function needAnswered({ out }: Mailing, { data, at }: Message): void {
  const role = PAGE_TO[String(data?.cause)];
  if (data?.action !== 'Send the page' || role === undefined) return out.refuse('still-needed');
  if (role !== 'Communication officer') out.letter('mailing-page', `role:${role}`, `page/${at}`);
  else if (out.memory.social)
    out.letter('social-reminder', `role:${role}`, `page/${at}`, { due: out.memory.social.due });
  out.answer('mailing-page-sent');
}
