import { ApiError } from '../../google/index.ts';
import { assertSameOrigin, Refusal, type Request, readJson, sendJson, sendPage } from '../http.ts';
import type { Parts } from '../types.ts';
import { doAct } from './acts.ts';
import { sheetEvents } from './events.ts';
import { sheetPage } from './page.ts';
import { currentView, gridTab } from './view.ts';

/** `/sheet` and `/api/sheet/…`. False for other paths. */
export async function sheetRoutes(parts: Parts, request: Request): Promise<boolean> {
  const { req, res, method, path, query } = request;
  const { google } = parts;
  if (path === '/sheet') sendPage(res, sheetPage(parts, query));
  else if (path === '/api/sheet/view') sendJson(res, viewJson(parts, query));
  else if (path === '/api/sheet/events') sheetEvents(google, request);
  else if (path.startsWith('/api/sheet/')) {
    if (method !== 'POST') throw new Refusal(405, 'Only POST can be used at this address.');
    assertSameOrigin(req);
    const body = await readJson(req);
    try {
      sendJson(res, doAct(google, path.slice('/api/sheet/'.length), body));
    } catch (error) {
      if (error instanceof ApiError) throw new Refusal(error.code, plain(error.message));
      throw error;
    }
  } else return false;
  return true;
}

/** What the engine says about a batch, without the place in the batch. */
const plain = (message: string): string => message.replace(/^Invalid requests\[\d+\]\.\w+: /, '');

function viewJson({ google }: Parts, query: URLSearchParams): object {
  const id = query.get('id') ?? '';
  const view = currentView(google, id);
  const shown = view.sheets.filter(({ hidden }) => !hidden);
  const wanted = query.get('tab');
  const sheet = wanted ? shown.find(({ sheetId }) => String(sheetId) === wanted) : shown[0];
  return {
    version: google.version(id),
    title: view.title,
    canUndo: view.canUndo,
    canRedo: view.canRedo,
    tabs: shown.map(({ sheetId, title, index }) => ({ sheetId, title, index })),
    tab: sheet ? gridTab(sheet) : null,
  };
}
