import type { IncomingMessage, ServerResponse } from 'node:http';
import { AnswersError, ApiError, type Google, isFault } from './index.ts';
import { jsonBody, readBody } from './server/call.ts';

/** Something the caller got wrong, in words. */
class Bad extends Error {}

/**
 * Serves `/api/…` beside Google's paths when the stand-in runs alone: what a test needs and Google does not offer.
 * Gives `false` for any other path, untouched.
 */
export async function control(google: Google, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  const path = (req.url ?? '').split('?')[0] ?? '';
  if (!path.startsWith('/api/')) return false;
  const answer = (code: number, body: object): true => {
    res.writeHead(code, { 'Content-Type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
    return true;
  };
  try {
    const body = jsonBody(await readBody(req));
    const form = /^\/api\/forms\/([^/]+)\/responses$/.exec(path)?.[1];
    switch (`${req.method} ${form === undefined ? path : '/api/forms/*/responses'}`) {
      case 'GET /api/spreadsheets':
        return answer(200, google.spreadsheets());
      case 'GET /api/calls':
        return answer(200, google.callCounts());
      case 'POST /api/faults':
        setFaults(google, body);
        return answer(200, {});
      case 'POST /api/forms/*/responses':
        return answer(200, { responseId: submit(google, decodeURIComponent(form ?? ''), body) });
      default:
        return answer(404, { error: `There is no ${req.method} ${path}.` });
    }
  } catch (error) {
    if (error instanceof ApiError || error instanceof AnswersError || error instanceof Bad || error instanceof URIError)
      return answer(error instanceof ApiError ? error.code : 400, { error: error.message });
    throw error;
  }
}

function setFaults(google: Google, { spec, next, match, times = 1, ...rest }: Record<string, unknown>): void {
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new Bad(`"${unknown}" is not known: spec, next, match and times are.`);
  if (next === undefined) {
    if (spec !== undefined && typeof spec !== 'string') throw new Bad('"spec" must be a text.');
    try {
      google.setFaults(spec);
    } catch (error) {
      throw new Bad((error as Error).message);
    }
    return;
  }
  if (!isFault(next)) throw new Bad(`"${String(next)}" is no fault.`);
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 1) throw new Bad('"times" must be 1 or more.');
  if (match !== undefined && typeof match !== 'string') throw new Bad('"match" must be a text.');
  google.failNext(next, match === undefined ? undefined : pattern(match), times);
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    throw new Bad((error as Error).message);
  }
}

function submit(google: Google, formId: string, { answers = {}, email }: Record<string, unknown>): string {
  const lists = Object.entries(answers as object).map(([id, given]) => {
    const values: unknown[] = Array.isArray(given) ? given : [given];
    if (values.some((value) => typeof value !== 'string')) throw new Bad(`The answers to ${id} must be texts.`);
    return [id, values as string[]] as const;
  });
  if (email !== undefined && typeof email !== 'string') throw new Bad('"email" must be a text.');
  return google.people.submitForm(formId, Object.fromEntries(lists), email === undefined ? {} : { email });
}
