import type { ServerResponse } from 'node:http';
import type { ApiError } from '../errors.ts';
import { prettyBytes } from './pretty.ts';

/** What a route answers: JSON, or bytes with a type of their own. */
export type Reply =
  | { readonly json: unknown }
  | { readonly bytes: Buffer | string; readonly type: string }
  | { readonly empty: true };

const HEADERS = {
  'Cache-Control': 'private',
  Vary: 'Origin, X-Origin, Referer',
  Server: 'ESF',
  'X-Content-Type-Options': 'nosniff',
};

export function send(res: ServerResponse, reply: Reply, pretty: boolean, status = 200): void {
  if ('empty' in reply) {
    res.writeHead(204, HEADERS).end();
    return;
  }
  const [body, type] =
    'json' in reply
      ? [toText(reply.json, pretty), 'application/json; charset=UTF-8']
      : [Buffer.from(reply.bytes), reply.type];
  res.writeHead(status, { ...HEADERS, 'Content-Type': type, 'Content-Length': body.length }).end(body);
}

const toText = (value: unknown, pretty: boolean): Buffer =>
  pretty ? prettyBytes(value) : Buffer.from(JSON.stringify(value));

const LEGACY_REASONS: Record<number, string> = {
  400: 'invalid',
  401: 'authError',
  403: 'forbidden',
  404: 'notFound',
  429: 'rateLimitExceeded',
  500: 'backendError',
  503: 'backendError',
};

/** Sheets and Forms answer `{code, message, status, details?}`; Drive answers `{code, message, errors[]}`. */
export function errorJson(error: ApiError, drive: boolean): object {
  const { code, message, status, details } = error;
  if (!drive) return { error: { code, message, status, ...(details ? { details } : {}) } };
  return {
    error: {
      code,
      message,
      errors: [{ message, domain: 'global', reason: LEGACY_REASONS[code] ?? 'invalid' }],
      ...(code === 401 || code === 429 ? { status } : {}),
    },
  };
}
