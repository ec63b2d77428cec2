import type { IncomingMessage } from 'node:http';
import { ApiError, invalid } from '../errors.ts';
import type { User } from '../store/files.ts';

/** One REST call, taken apart: the verb after the last colon is split off the raw path before anything is decoded. */
export interface Call {
  readonly method: string;
  /** path parts, decoded one by one */
  readonly parts: readonly string[];
  /** `batchUpdate` in `…/{id}:batchUpdate`; empty if there is none */
  readonly verb: string;
  readonly query: URLSearchParams;
  readonly user: User;
  readonly origin: string;
  readonly headers: IncomingMessage['headers'];
  readonly path: string;
}

const VERB = /:([a-zA-Z]+)$/;

export function readCall(req: IncomingMessage): Call {
  const url = req.url ?? '/';
  const cut = url.indexOf('?');
  const path = cut < 0 ? url : url.slice(0, cut);
  const verb = VERB.exec(path)?.[1] ?? '';
  const plain = verb === '' ? path : path.slice(0, -verb.length - 1);
  return {
    method: req.method ?? 'GET',
    parts: plain.split('/').slice(1).map(decode),
    verb: verb,
    query: new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1)),
    user: userOf(req),
    origin: `http://${req.headers.host ?? 'localhost'}`,
    headers: req.headers,
    path,
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // a stray percent sign is kept as it came
    return part;
  }
}

function userOf(req: IncomingMessage): User {
  const given = /^Bearer\s+(.+)$/i.exec(req.headers.authorization ?? '')?.[1]?.trim();
  return given === undefined || given === '' ? 'local' : given;
}

const BODY_LIMIT = 64 * 1024 * 1024;

export async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > BODY_LIMIT) throw new ApiError(413, 'INVALID_ARGUMENT', 'Request payload size exceeds the limit.');
  }
  return Buffer.concat(chunks);
}

/** The JSON body; an empty one is `{}`. Members that are `null` count as absent, except inside `values`, where null means "leave alone". */
export function jsonBody(raw: Buffer): Record<string, unknown> {
  if (raw.length === 0) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(raw.toString('utf8'));
  } catch {
    throw invalid('Invalid JSON payload received. Unexpected token.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw invalid('Invalid JSON payload received. Root element must be a message.');
  return dropNulls(parsed) as Record<string, unknown>;
}

const DEEPEST = 100;

function dropNulls(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw invalid('Invalid JSON payload received. Message too deep. Max recursion depth reached.');
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = dropNulls(value[i], depth + 1);
    return value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  for (const key in record) {
    const member = record[key];
    if (member === null) delete record[key];
    else if (typeof member === 'object' && !(key === 'values' && isGrid(member)))
      record[key] = dropNulls(member, depth + 1);
  }
  return record;
}

const isGrid = (value: object): boolean => Array.isArray(value) && value.some(Array.isArray);

export const flag = (query: URLSearchParams, name: string): boolean => /^(true|1)$/i.test(query.get(name) ?? '');
