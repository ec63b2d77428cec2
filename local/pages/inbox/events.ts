import type { Inbox } from '../../inbox/index.ts';
import type { Request } from '../http.ts';

const HEARTBEAT_MS = 20_000;
const watchers = new WeakMap<Inbox, Set<() => void>>();

/** Those who look at this inbox now; the inbox itself knows one listener only, since it never lets one go. */
function watchersOf(inbox: Inbox): Set<() => void> {
  const known = watchers.get(inbox);
  if (known) return known;
  const made = new Set<() => void>();
  watchers.set(inbox, made);
  inbox.onMail(() => {
    for (const tell of made) tell();
  });
  return made;
}

/** `GET /api/inbox/events`: server-sent events with the number of letters, at once and after each new one. */
export function inboxEvents(inbox: Inbox, { req, res }: Request): void {
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  const tell = (): void => {
    res.write(`data: ${JSON.stringify({ letters: inbox.count() })}\n\n`);
  };
  tell();
  const all = watchersOf(inbox);
  all.add(tell);
  const heartbeat = setInterval(() => res.write(':\n\n'), HEARTBEAT_MS).unref();
  req.on('close', () => {
    all.delete(tell);
    clearInterval(heartbeat);
  });
}
