import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Markup } from './html.ts';

/** A refusal with words for people. */
export class Refusal extends Error {
  readonly status: number;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.more = more;
  }
}

export interface Request {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

export function readRequest(req: IncomingMessage, res: ServerResponse): Request {
  const [path = '/', query = ''] = (req.url ?? '/').split(/\?(.*)/s);
  return { req, res, method: req.method ?? 'GET', path, query: new URLSearchParams(query) };
}

const LIMIT = 2_000_000;
/** What is too large is read to its end all the same: a browser shows an answer only after it has sent everything. */
const PATIENCE = 10 * LIMIT;

async function readBody(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= LIMIT) parts.push(part);
    if (size > PATIENCE) break;
  }
  if (size > LIMIT)
    throw new Refusal(413, 'That is more than one request may carry (2 MB). Go back, make it shorter and try again.');
  return Buffer.concat(parts).toString('utf8');
}

/** The body as a JSON object. */
export async function readJson(req: IncomingMessage): Promise<Record<string, unknown>> {
  const text = await readBody(req);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // what exactly JSON.parse disliked says little to whoever wrote the request
    throw new Refusal(400, 'The body must be JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, 'The body must be a JSON object.');
  return value as Record<string, unknown>;
}

/** The fields of a plain HTML form. */
export async function readFields(req: IncomingMessage): Promise<URLSearchParams> {
  const type = req.headers['content-type'] ?? '';
  if (type !== '' && !type.startsWith('application/x-www-form-urlencoded'))
    throw new Refusal(415, 'Answers must be sent as application/x-www-form-urlencoded.');
  return new URLSearchParams(await readBody(req));
}

/** Refuses what another site's page makes a browser send here. Programs send no Origin and pass. */
export function assertSameOrigin(req: IncomingMessage): void {
  const { origin, host } = req.headers;
  const site = req.headers['sec-fetch-site'];
  const foreign = origin !== undefined && origin.replace(/^https?:\/\//, '') !== host;
  if (foreign || site === 'cross-site') throw new Refusal(403, 'This can only be done from these pages themselves.');
}

export function sendJson(res: ServerResponse, data: unknown, status = 200): void {
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  res.end(`${JSON.stringify(data)}\n`);
}

/**
 * What a page may load. `page`: our own scripts and styles alone. `frames`: a letter in a frame, too. `letter`: the letter
 * itself, which brings its own styles and may neither run scripts nor load anything from outside.
 */
type Policy = 'page' | 'frames' | 'letter';

const policyOf = (kind: Policy): string =>
  kind === 'letter'
    ? "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
    : [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        kind === 'frames' ? "frame-src 'self'" : "frame-src 'none'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; ');

export function sendPage(
  res: ServerResponse,
  page: Markup,
  { status = 200, policy = 'page' }: { status?: number; policy?: Policy } = {},
): void {
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policyOf(policy),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
  });
  res.end(page.text);
}
