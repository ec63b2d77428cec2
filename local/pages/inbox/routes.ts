import type { Inbox, Letter } from '../../inbox/index.ts';
import { assertSameOrigin, Refusal, type Request, readFields, sendPage } from '../http.ts';
import type { Parts } from '../types.ts';
import { letterDocument } from './letter.ts';
import { inboxPage } from './page.ts';

/** `/inbox`, `/inbox/<id>`, `/inbox/<id>/letter` and `POST /inbox/<id>/back`. False for other paths. */
export async function inboxRoutes(parts: Parts, request: Request): Promise<boolean> {
  const { res, path, query } = request;
  if (path === '/inbox') {
    sendPage(res, inboxPage(parts, query, undefined));
    return true;
  }
  const [, back] = BACK.exec(path) ?? [];
  if (back !== undefined) {
    await sendBack(parts, request, back);
    return true;
  }
  const [, id, frame] = /^\/inbox\/(\d{1,15})(\/letter)?$/.exec(path) ?? [];
  if (id === undefined) return false;
  const letter = letterOf(parts.inbox, id);
  if (frame) sendPage(res, letterDocument(letter), { policy: 'letter' });
  else sendPage(res, inboxPage(parts, query, letter), { policy: 'frames' });
  return true;
}

export const BACK = /^\/inbox\/(\d{1,15})\/back$/;

/** Has a letter come back, then shows the report: the mail server's own mail, as the mailbox of bounces gets it. */
async function sendBack({ inbox }: Parts, { req, res, query, method }: Request, id: string): Promise<void> {
  if (method !== 'POST') throw new Refusal(405, 'Only POST can be used at this address.');
  assertSameOrigin(req);
  const how = (await readFields(req)).get('how');
  if (how !== 'hard' && how !== 'soft')
    throw new Refusal(400, 'Say how it comes back: hard (for good) or soft (late).');
  letterOf(inbox, id);
  if (!(await inbox.sendBack(Number(id), how)))
    throw new Refusal(409, 'This mail does not say where it would come back to.');
  const newest = inbox.list().at(-1)?.id ?? id;
  res.writeHead(303, { Location: `/inbox/${newest}${query.size > 0 ? `?${query}` : ''}`, 'Cache-Control': 'no-store' });
  res.end();
}

function letterOf(inbox: Inbox, id: string): Letter {
  const letter = inbox.get(Number(id));
  if (!letter) throw new Refusal(404, 'There is no such letter. The inbox may have been emptied.');
  return letter;
}
