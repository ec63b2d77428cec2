import type { Inbox, Letter } from '../../inbox/index.ts';
import { Refusal, type Request, sendPage } from '../http.ts';
import type { Parts } from '../types.ts';
import { letterDocument } from './letter.ts';
import { inboxPage } from './page.ts';

/** `/inbox`, `/inbox/<id>` and `/inbox/<id>/letter`. False for other paths. */
export function inboxRoutes(parts: Parts, { res, path, query }: Request): boolean {
  if (path === '/inbox') {
    sendPage(res, inboxPage(parts, query, undefined));
    return true;
  }
  const [, id, frame] = /^\/inbox\/(\d{1,15})(\/letter)?$/.exec(path) ?? [];
  if (id === undefined) return false;
  const letter = letterOf(parts.inbox, id);
  if (frame) sendPage(res, letterDocument(letter), { policy: 'letter' });
  else sendPage(res, inboxPage(parts, query, letter), { policy: 'frames' });
  return true;
}

function letterOf(inbox: Inbox, id: string): Letter {
  const letter = inbox.get(Number(id));
  if (!letter) throw new Refusal(404, 'There is no such letter. The inbox may have been emptied.');
  return letter;
}
