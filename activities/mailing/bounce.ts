import type { Instant } from '../../domain/calendar/index.ts';
import { BOUNCED, mailbox } from '../../domain/mailing/index.ts';
import { rowId } from '../../domain/program/index.ts';
import type { RecipientsPort } from '../delivery/ports.ts';
import { deliveryChanges, deliveryOf } from '../delivery/row.ts';
import { letterCameBack } from '../letters/came-back.ts';
import { overlay } from '../overlay.ts';
import type { AnyChange, BounceNews, CopyNews, RecordPort, RunsPort, View } from '../ports.ts';
import { choiceChanges } from './preferences.ts';
import { wakeHeld, withRoom } from './room.ts';

export interface BouncesOptions {
  readonly record: RecordPort;
  readonly recipients: RecipientsPort;
  /** Tells the run of a mailing that is held. */
  readonly leave: RunsPort['leave'];
  readonly now: () => Promise<Instant>;
}
export type BounceOutcome = 'noted' | 'known' | 'not ours';

/**
 * Takes what came back from one copy: for good, and the address gets no more mailings; late, and it is counted; or its reader leaves by mail.
 * A letter to one person that came back is marked in the Mail log and asked about in Needs you. The same news again changes nothing.
 */
export const createBounces =
  ({ record, recipients, leave, now }: BouncesOptions) =>
  async (news: BounceNews): Promise<BounceOutcome> => {
    if ('letter' in news) {
      const at = await now();
      return (await record.commit((view) => letterCameBack(view, news, at))).result;
    }
    const { mailing, freeze, ordinal } = news;
    const memory = await record.ask((view) => deliveryOf(view.row('mailings', mailing)));
    if (memory?.freeze !== freeze || ordinal >= memory.count) return 'not ours';
    const [line] = await recipients.read(memory.file, ordinal, ordinal + 1);
    if (!line || line.email === '') return 'not ours';
    const at = await now();
    const what = `${mailing}/${freeze}/${ordinal}`;
    if (news.kind === 'unsubscribe') {
      const { result } = await record.commit((view) => {
        const changes = choiceChanges(view, line.email, 'none', mailing, at);
        return { changes, result: { isNew: changes.length > 0, roomy: withRoom(overlay(view, changes), at) } };
      });
      await wakeHeld(leave, result.roomy, { what, now: at });
      return result.isNew ? 'noted' : 'known';
    }
    const isHard = news.kind === 'hard';
    if (line.status === 'bounced' || (!isHard && line.reply.startsWith(LATE))) return 'known';
    const { result: roomy } = await record.commit((view) => {
      const changes = isHard ? hard(view, news, line.email, at) : soft(view, news, at);
      return { changes, result: isHard ? withRoom(overlay(view, changes), at) : [] };
    });
    await wakeHeld(leave, roomy, { what, now: at });
    const reply = `${isHard ? '' : LATE}${news.status}`;
    await recipients.results(memory.file, [{ ordinal, status: isHard ? 'bounced' : line.status || 'sent', reply, at }]);
    return 'noted';
  };
const LATE = 'delayed: ';

function hard(view: View, { mailing }: CopyNews, email: string, now: Instant): AnyChange[] {
  const before = view.rows('suppressed').filter(({ cells }) => mailbox(cells.email) === mailbox(email));
  const bounced = before.filter(({ cells }) => cells.why === BOUNCED);
  // Counted before a fall, and told again.
  if (bounced.some(({ cells }) => cells.mailing === mailing)) return [];
  const isThere = bounced.some(({ cells }) => !cells.lifted);
  return [
    ...(isThere
      ? []
      : [
          {
            tab: 'suppressed' as const,
            id: rowId('suppressed', `${mailbox(email)}/bounced/${bounced.length}`),
            cells: { email, why: BOUNCED, scope: '', since: now, mailing },
            create: {},
          },
        ]),
    ...counted(view, mailing, 'bounced', now),
  ];
}

const soft = (view: View, { mailing }: CopyNews, now: Instant): AnyChange[] => counted(view, mailing, 'soft', now);

function counted(view: View, mailing: string, what: 'bounced' | 'soft', now: Instant): AnyChange[] {
  const memory = deliveryOf(view.row('mailings', mailing));
  return memory ? deliveryChanges(view, mailing, { ...memory, [what]: memory[what] + 1 }, now) : [];
}
