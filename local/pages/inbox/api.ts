import { assertSameOrigin, Refusal, type Request, sendJson } from '../http.ts';
import type { Parts } from '../types.ts';

/** `GET /api/inbox?to=&since=`, `GET /api/inbox/<id>` and `DELETE /api/inbox`. `since` is an id or an instant. */
export function inboxApi({ inbox }: Parts, { req, res, method, path, query }: Request): void {
  const one = /^\/api\/inbox\/(\d{1,15})$/.exec(path)?.[1];
  if (one !== undefined) {
    const letter = inbox.get(Number(one));
    if (!letter) throw new Refusal(404, 'There is no such letter.');
    sendJson(res, letter);
  } else if (path !== '/api/inbox') throw new Refusal(404, 'There is nothing at this address.');
  else if (method === 'DELETE') {
    assertSameOrigin(req);
    inbox.clear();
    sendJson(res, { cleared: true });
  } else {
    const to = query.get('to') ?? '';
    const since = query.get('since') ?? '';
    if (since !== '' && !/^\d+$/.test(since) && Number.isNaN(Date.parse(since)))
      throw new Refusal(400, '"since" must be the id of a letter or an instant.');
    const instant = /^\d*$/.test(since) ? since : new Date(since).toISOString();
    sendJson(res, inbox.list({ ...(to ? { to } : {}), ...(instant ? { since: instant } : {}) }));
  }
}
