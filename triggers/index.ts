/**
 * The way in: hints, and the signed pages behind the links in letters. Functions of @google-cloud/functions-framework; they
 * check, show and pass on, and decide nothing. No writes to the record happen here.
 */
import type { ServerResponse } from 'node:http';
import { actionPage } from './action-page.ts';
import { type FunctionRequest, LARGEST_BODY } from './body.ts';
import { calendarPage } from './calendar-page.ts';
import { cataloguePage } from './catalogue.ts';
import { certificatePage } from './certificate.ts';
import { createHints } from './hints.ts';
import { sendWords } from './page.ts';
import type { TriggerPorts } from './ports.ts';

export { signHint } from './hints.ts';
export type { ProgramTime, TokenReading, TriggerPorts } from './ports.ts';

/** One HTTP function with all paths: `/hint`, `/a/<token>`, `/catalogue/<token>`, `/certificate/<code>`, `/calendar/<token>.ics`. */
export function createTriggers(ports: TriggerPorts) {
  const hints = createHints(ports);
  return async (req: FunctionRequest, res: ServerResponse): Promise<void> => {
    try {
      const { pathname } = new URL(req.url ?? '/', 'http://localhost');
      const [, place = '', rest = ''] = pathname.split('/');
      if ((req.rawBody?.length ?? 0) > LARGEST_BODY)
        return sendWords(res, 413, 'Too large', 'That was more than this page takes.');
      if (place === 'hint' && req.method === 'POST') return await hints(req, res);
      if (!['GET', 'HEAD', 'POST'].includes(req.method ?? ''))
        return sendWords(res, 405, 'Not possible', 'Please open the link from your letter.');
      if (place === 'a' && rest) return await actionPage(ports, req, res, rest);
      if (place === 'catalogue' && rest) return await cataloguePage(ports, req, res, rest);
      if (place === 'certificate' && rest) return await certificatePage(ports, res, decodeURIComponent(rest));
      if (place === 'calendar' && rest) return await calendarPage(ports, res, rest);
      if (place === 'healthz') return sendWords(res, 200, 'Ready', 'All is well.');
      return sendWords(res, 404, 'Not found', 'There is nothing here. Please open the link from your letter.');
    } catch (error) {
      ports.log(`request failed: ${error instanceof Error ? error.name : 'unknown'}`);
      if (res.headersSent) return void res.end();
      return sendWords(
        res,
        503,
        'Not possible at the moment',
        'Something did not answer. Please try again in a few minutes; pressing twice does no harm.',
      );
    }
  };
}
