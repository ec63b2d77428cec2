import { APPROVER, MODERATOR, Requests, request } from '../lifecycle/mailings.ts';
import type { Programme } from '../support/programme.ts';

/** A few weeks of requests, one for each way it may go; they stand at different stages when it is over. */
export async function playMailings(p: Pick<Programme, 'people' | 'temporal'>): Promise<void> {
  const r = new Requests(p);
  await r.people.settle();
  const decide = async (id: string) => {
    await r.press(id, 'coordinate', APPROVER, { answer: 'yes' });
    await r.press(id, 'approve', MODERATOR);
  };
  await r.typed(request({ subject: 'Stays a draft', eventDate: '2026-12-01' }));
  await r.typed(request({ subject: 'Refused when its window has passed', eventDate: '2026-09-15' }));
  const withdrawn = await r.handedIn({ subject: 'Withdrawn' });
  await r.press(withdrawn, 'approve', MODERATOR, { content: 'something else' });
  await r.say(withdrawn, 'withdraw', 'initiator');
  const rejected = await r.handedIn({ subject: 'Rejected' });
  // Half-time, alarm and breach come before anybody decides.
  await r.to('2026-09-03', '11:00');
  await r.press(rejected, 'reject', MODERATOR);
  const returned = await r.handedIn({ subject: 'Returned', text: 'SEE http://nu.edu.kz.evil.com/x' });
  await r.press(returned, 'return', MODERATOR);
  const sent = await r.handedIn({ subject: 'Sent', wished: '2026-10-01' });
  await decide(sent);
  const changed = await r.handedIn({ subject: 'Changed after its approval' });
  await decide(changed);
  await r.changed(changed, { text: 'Dear graduates,\n\nit is another lecture.' });
  const scheduled = await r.handedIn({ subject: 'Scheduled', eventDate: '2026-12-01' });
  await decide(scheduled);
  await r.to('2026-10-02', '12:00');
}
