import { civilDateOf, fromMs, type Instant, toMs } from '../../domain/calendar/index.ts';
import type { LetterOrder } from '../../domain/letters/index.ts';
import type { Message } from '../../domain/messages.ts';
import { DESK, LINKS_LAST } from '../desk.ts';
import { composed, deliverLetters } from '../letters/deliver.ts';
import { reserve } from '../letters/log.ts';
import { wanted } from '../letters/wanted.ts';
import { overlay } from '../overlay.ts';
import type { Ports, View } from '../ports.ts';

/**
 * An expired link to the calendar of mailings was opened: a letter brings a fresh one, once a day, to whoever stands in the Staff tab and
 * may still see it. Like the link of the letter of the day it belongs to no request.
 */
export async function sendFreshCalendar(
  ports: Ports,
  { message, now }: { readonly message: Message; readonly now: Instant },
): Promise<void> {
  const who = message.by.replace(/^person /, '');
  const { result: letters } = await ports.record.commit((view) => {
    const batches = maySee(view, who) ? wanted(view, { letters: [freshCalendar(who, now)], slot: [] }, now) : [];
    const changes = reserve(batches, now, ports);
    return { changes, result: composed(ports, view, batches, overlay(view, changes)) };
  });
  await deliverLetters(ports, letters, now);
}

const freshCalendar = (to: string, now: Instant): LetterOrder => ({
  key: 'fresh-link',
  to,
  about: DESK,
  step: `fresh/mailings/${civilDateOf(now)}`,
  expires: fromMs(toMs(now) + LINKS_LAST),
  data: { action: 'mailings' },
});

/** As its page judges it: anybody with a role, and the deputies they name. */
function maySee(view: View, id: string): boolean {
  const me = view.row('staff', id)?.cells;
  if (!me) return false;
  const isDeputy =
    me.name !== '' && view.rows('staff').some(({ cells }) => cells.deputy === me.name && cells.roles.length > 0);
  return me.roles.length > 0 || isDeputy;
}
