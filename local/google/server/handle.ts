import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { driveRoute } from '../drive/routes.ts';
import { ApiError, invalid } from '../errors.ts';
import { formsKind, formsRoute } from '../forms/routes.ts';
import { type Call, jsonBody, readBody, readCall } from './call.ts';
import { type Fault, type Faults, faultError } from './faults.ts';
import type { Quota } from './quota.ts';
import { errorJson, type Reply, send } from './reply.ts';
import type { Services } from './services.ts';
import { isRead, sheetsRoute } from './sheets-routes.ts';

export interface Counts {
  reads: number;
  writes: number;
}

const PATHS = /^\/(v4\/spreadsheets|v1\/forms|drive\/v3|upload\/drive\/v[23])(?=[/?:]|$)/;

/** Serves Google's REST paths; gives `false` for any other, untouched. */
export function makeHandler(services: Services, quota: Quota | undefined, faults: Faults, counts: Counts) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const area = PATHS.exec(req.url ?? '')?.[1];
    if (area === undefined) return false;
    const call = readCall(req);
    const drive = area.includes('drive');
    const pretty = call.query.get('prettyPrint') !== 'false';
    const fault = faults.pick(`${call.method} ${call.path}`);
    const delay = faults.delay();
    if (delay > 0) await sleep(delay);
    try {
      const raw = await readBody(req);
      if (fault && !fault.endsWith('-after')) return fail(res, fault, call, drive, pretty);
      if (area === 'v4/spreadsheets') count(call, quota, counts);
      else if (area === 'v1/forms') quota?.take('forms', call.user, formsKind(call));
      const reply = answer(services, area, call, raw);
      if (fault) return fail(res, fault, call, drive, pretty);
      send(res, reply, pretty);
    } catch (error) {
      if (req.destroyed && !req.complete) return true;
      send(res, { json: errorJson(known(error), drive) }, pretty, known(error).code);
    }
    return true;
  };
}

function answer(services: Services, area: string, call: Call, raw: Buffer): Reply {
  if (area === 'v4/spreadsheets') return { json: sheetsRoute(services, call, jsonBody(raw)) };
  if (area === 'v1/forms') return { json: formsRoute(services, call, jsonBody(raw)) };
  return driveRoute(services, call, call.parts.slice(area.split('/').length), raw);
}

function count(call: Call, quota: Quota | undefined, counts: Counts): void {
  const kind = isRead(call) ? 'read' : 'write';
  if (kind === 'read') counts.reads++;
  else counts.writes++;
  quota?.take('sheets', call.user, kind);
}

function known(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  // masks and searches are read by functions that call themselves
  if (error instanceof RangeError && /call stack/.test(error.message))
    return invalid('The request is nested too deeply.');
  console.error('The stand-in for Google failed on a call:', error);
  return new ApiError(500, 'INTERNAL', 'Internal error encountered.');
}

function fail(res: ServerResponse, fault: Fault, call: Call, drive: boolean, pretty: boolean): true {
  if (fault.startsWith('cut')) res.destroy();
  else if (fault === 'html-503')
    send(
      res,
      { bytes: '<html><title>503</title><body>Service Unavailable</body></html>', type: 'text/html' },
      false,
      503,
    );
  else {
    const error = faultError(fault, isRead(call) ? 'read' : 'write');
    send(res, { json: errorJson(error, drive) }, pretty, error.code);
  }
  return true;
}
