/**
 * The web pages of the embedded default and their JSON: desk, spreadsheet, forms, inbox, clock. Here belongs what a browser
 * shows and sends. Not here: what a spreadsheet, a form or the clock does (they are given as parts), and starting anything.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serveAsset } from './assets.ts';
import { clockApi } from './clock/api.ts';
import { clockPage } from './clock/page.ts';
import { deskApi } from './desk/api.ts';
import { deskPage } from './desk/page.ts';
import { formRoutes } from './forms/routes.ts';
import { Refusal, type Request, readRequest, sendJson, sendPage } from './http.ts';
import { inboxApi } from './inbox/api.ts';
import { inboxEvents } from './inbox/events.ts';
import { BACK, inboxRoutes } from './inbox/routes.ts';
import { problemPage } from './layout.ts';
import { letterRoutes } from './letters/routes.ts';
import { sheetRoutes } from './sheet/routes.ts';
import type { Clock, Links, Parts } from './types.ts';

export type { Clock, ClockMove, ClockResult, ClockState, Links } from './types.ts';

export interface PagesOptions extends Omit<Parts, 'links'> {
  /** Fixed, or a function when a programme may be set up later. */
  readonly links: Links | (() => Links);
  readonly clock: Clock;
}

export interface Pages {
  /** Answers one of the pages' paths and gives true; gives false for any other path, untouched. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
}

export function createPages({ links, ...rest }: PagesOptions): Pages {
  const parts: Parts = { ...rest, links: typeof links === 'function' ? links : () => links };
  return {
    async handle(req, res) {
      const request = readRequest(req, res);
      try {
        return await route(parts, request);
      } catch (error) {
        answerProblem(request, error);
        return true;
      }
    },
  };
}

const METHODS: Readonly<Record<string, readonly string[]>> = {
  '/api/clock': ['GET', 'HEAD', 'POST'],
  '/api/inbox': ['GET', 'HEAD', 'DELETE'],
};

async function route(parts: Parts, request: Request): Promise<boolean> {
  const { path, method, res } = request;
  const posts = path.startsWith('/api/sheet/') || path.endsWith('/formResponse') || BACK.test(path);
  const allowed = METHODS[path] ?? (posts ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD']);
  const ours =
    /^\/($|api\/(clock|inbox|forms|spreadsheets|sheet|desk)(\/|$)|(assets|sheet|forms|inbox|clock|letters)(\/|$))/;
  if (!ours.test(path)) return false;
  if (!allowed.includes(method)) throw new Refusal(405, `Only ${allowed.join(', ')} can be used at this address.`);
  if (path === '/') sendPage(res, deskPage(parts));
  else if (path === '/clock') sendPage(res, clockPage(parts));
  else if (path === '/api/desk') deskApi(parts, request);
  else if (path === '/api/clock') await clockApi(parts, request);
  else if (path === '/api/spreadsheets') sendJson(res, parts.google.spreadsheets());
  else if (path === '/api/inbox/events') inboxEvents(parts.inbox, request);
  else if (path.startsWith('/api/inbox')) inboxApi(parts, request);
  else if (
    !(await inboxRoutes(parts, request)) &&
    !letterRoutes(request) &&
    !(await serveAsset(request)) &&
    !(await formRoutes(parts, request)) &&
    !(await sheetRoutes(parts, request))
  )
    throw new Refusal(404, 'There is nothing at this address.');
  return true;
}

/** Words for people; what is unexpected goes to the log of whoever runs this. */
function answerProblem({ res, path }: Request, error: unknown): void {
  const known =
    error instanceof Refusal
      ? error
      : error instanceof URIError
        ? new Refusal(400, 'This address is not complete.')
        : undefined;
  if (!known) console.error(`The page ${path} failed:`, error);
  if (res.headersSent) {
    res.end();
    return;
  }
  const { status, message, more } =
    known ?? new Refusal(500, 'Something went wrong here. Try again; the log says more.');
  if (path.startsWith('/api/')) sendJson(res, { error: message, ...more }, status);
  else sendPage(res, problemPage(status === 404 ? 'Not found' : 'That did not work', message), { status });
}
