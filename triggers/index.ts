/**
 * The way in: hints, and the signed pages behind the links in letters. Functions of @google-cloud/functions-framework; they
 * check, show and pass on, and decide nothing. They write nothing to the record but what people type about a mailing, through its port.
 */
import type { ServerResponse } from 'node:http';
import { actionPage } from './action-page.ts';
import { sendAsset } from './assets.ts';
import { type FunctionRequest, largestBody } from './body.ts';
import { bounceCall } from './bounce.ts';
import { calendarPage } from './calendar-page.ts';
import { cataloguePage } from './catalogue.ts';
import { certificatePage } from './certificate.ts';
import { certificateFile } from './certificate-file.ts';
import { createHints } from './hints.ts';
import { draftPage } from './mailing/draft.ts';
import { moderatePage } from './mailing/moderate.ts';
import { preferencesPage } from './mailing/preferences.ts';
import { socialPage } from './mailing/social.ts';
import { weeksPage } from './mailing/weeks.ts';
import { sendWords } from './page.ts';
import type { TriggerPorts } from './ports.ts';
import { readerOf } from './reader.ts';
import { wordsPage } from './words-page.ts';

export { signHint } from './hints.ts';
export type { ProgramTime, TokenReading, TriggerPorts } from './ports.ts';

/** One HTTP function with all paths: `/hint`, `/a/<token>`, `/catalogue/<token>`, `/certificate/<code>`, `/certificate/<token>.pdf`, `/calendar/<token>.ics`, `/words/<token>`, `/draft/<token>`, `/moderate/<token>`, `/mailings/<token>`, `/social/<token>`, `/assets/<script>`. */
export function createTriggers(ports: TriggerPorts) {
  const hints = createHints(ports);
  return async (req: FunctionRequest, res: ServerResponse): Promise<void> => {
    const reader = readerOf(req);
    const { words } = reader;
    try {
      const { pathname } = new URL(req.url ?? '/', 'http://localhost');
      const [, place = '', rest = '', more = ''] = pathname.split('/');
      if ((req.rawBody?.length ?? 0) > largestBody(place))
        return sendWords(res, 413, words.tooLarge, words.openFromLetter, undefined, reader);
      if (place === 'bounce' && req.method === 'POST') return await bounceCall(ports, req, res);
      if (place === 'hint' && req.method === 'POST') return await hints(req, res);
      if (!['GET', 'HEAD', 'POST'].includes(req.method ?? ''))
        return sendWords(res, 405, words.notNow, words.openFromLetter, undefined, reader);
      if (place === 'a' && rest) return await actionPage(ports, req, res, rest);
      if (place === 'catalogue' && rest) return await cataloguePage(ports, req, res, rest);
      if (place === 'certificate' && rest.endsWith('.pdf')) return await certificateFile(ports, req, res, rest);
      if (place === 'certificate' && rest) return await certificatePage(ports, req, res, decodeURIComponent(rest));
      if (place === 'calendar' && rest) return await calendarPage(ports, req, res, rest);
      if (place === 'words' && rest) return await wordsPage(ports, req, res, rest);
      if (place === 'draft' && rest) return await draftPage(ports, req, res, rest, more);
      if ((place === 'unsubscribe' || place === 'preferences') && rest)
        return await preferencesPage(ports, req, res, rest, place);
      if (place === 'moderate' && rest) return await moderatePage(ports, req, res, rest, more);
      if (place === 'mailings' && rest) return await weeksPage(ports, req, res, rest);
      if (place === 'social' && rest) return await socialPage(ports, req, res, rest, more);
      if (place === 'assets' && sendAsset(res, rest)) return;
      if (place === 'healthz') return sendWords(res, 200, 'Ready', 'All is well.');
      return sendWords(res, 404, words.notFound, words.nothingHere, undefined, reader);
    } catch (error) {
      ports.log(`request failed: ${error instanceof Error ? error.name : 'unknown'}`);
      if (res.headersSent) return void res.end();
      return sendWords(res, 503, words.busy, words.busyMore, undefined, reader);
    }
  };
}
