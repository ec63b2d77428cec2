import { APPROVER, MODERATOR, Requests, request } from '../lifecycle/mailings.ts';
import type { Programme } from '../support/programme.ts';

const WORDS = { words: 'Please look at it once more.' };

/** A few weeks of requests, one for each way it may go; they stand at different stages when it is over. */
export async function playMailings(p: Pick<Programme, 'people' | 'temporal'>): Promise<void> {
  const r = new Requests(p);
  await r.people.settle();
  const decide = async (id: string) => {
    await r.decide(id, 'coordinate', APPROVER);
    await r.decide(id, 'approve', MODERATOR);
  };
  await r.typed(request({ subject: 'Stays a draft', eventDate: '2026-12-01' }));
  await r.typed(request({ subject: 'Refused when its window has passed', eventDate: '2026-09-15' }));
  const withdrawn = await r.handedIn({ subject: 'Taken back' });
  await r.withdraw(withdrawn);
  const rejected = await r.handedIn({ subject: 'Rejected' });
  // Half-time, alarm and breach come before anybody decides.
  await r.to('2026-09-03', '11:00');
  await r.decide(rejected, 'reject', MODERATOR, WORDS);
  const returned = await r.handedIn({ subject: 'Given back', text: 'SEE http://nu.edu.kz.evil.com/x' });
  await r.decide(returned, 'return', MODERATOR, WORDS);
  await decide(await r.handedIn({ subject: 'Is sent', wished: '2026-10-01' }));
  const changed = await r.handedIn({ subject: 'Changes after its approval', eventDate: '2026-12-01' });
  await decide(changed);
  await r.changed(changed, { text: 'Dear graduates,\n\nit is another lecture.' });
  await decide(await r.handedIn({ subject: 'Waits for its day', eventDate: '2026-12-01' }));
  await r.to('2026-10-02', '12:00');
}
