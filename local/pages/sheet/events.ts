import type { Google } from '../../google/index.ts';
import type { Request } from '../http.ts';
import { currentView } from './view.ts';

const PAUSE_MS = 150;
const HEARTBEAT_MS = 20_000;

/** Tells a page each time its spreadsheet has changed: server-sent events with the version, never the content. */
export function sheetEvents(google: Google, { req, res, query }: Request): void {
  const id = query.get('id') ?? '';
  currentView(google, id);
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  const tell = (): void => {
    res.write(`data: ${JSON.stringify({ version: google.version(id) })}\n\n`);
  };
  tell();
  let soon: NodeJS.Timeout | undefined;
  const stop = google.onChange((change) => {
    if (change.kind !== 'spreadsheet' || change.id !== id || soon) return;
    soon = setTimeout(() => {
      soon = undefined;
      tell();
    }, PAUSE_MS);
  });
  const heartbeat = setInterval(() => res.write(':\n\n'), HEARTBEAT_MS).unref();
  req.on('close', () => {
    stop();
    clearTimeout(soon);
    clearInterval(heartbeat);
  });
}
