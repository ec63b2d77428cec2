import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { runId } from '../domain/messages.ts';
import { FORM_KEYS, WORKBOOKS, type Workbook } from '../domain/program/index.ts';
import { type FunctionRequest, rawBody } from './body.ts';
import type { TriggerPorts } from './ports.ts';

/** A signature is accepted this long before and after its time. */
const WINDOW_MS = 5 * 60_000;
/** So many hints of one kind at once, and one more in each interval; what is over is answered and not passed on. */
const BURST = 20;
const INTERVAL_MS = 250;

/** Signature of a hint: HMAC-SHA256 over its time and body. */
export const signHint = (secret: string, at: number, body: string | Buffer): string =>
  createHmac('sha256', secret).update(`${at}.`).update(body).digest('hex');

/**
 * "Form X has answers", "workbook Y was edited": hints carry no data and are believed for nothing but to look at once. Signed
 * and limited, so a lost, repeated, reordered or forged one costs one reading at most.
 */
export function createHints(ports: TriggerPorts) {
  const buckets = new Map<string, { left: number; at: number }>();
  const isTooMany = (run: string): boolean => {
    const now = ports.realNow();
    const bucket = buckets.get(run) ?? { left: BURST, at: now };
    const left = Math.min(BURST, bucket.left + (now - bucket.at) / INTERVAL_MS);
    buckets.set(run, { left: left < 1 ? left : left - 1, at: now });
    return left < 1;
  };
  return async (req: FunctionRequest, res: ServerResponse): Promise<void> => {
    const answer = (status: number, words: string) => {
      res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
      res.end(JSON.stringify({ message: words }));
    };
    const body = rawBody(req).toString('utf8');
    if (!isSigned(ports, req, body)) return answer(401, 'The signature is missing, wrong or too old.');
    const run = runOf(body);
    if (!run) return answer(400, 'A hint names a form or a workbook.');
    if (isTooMany(run)) return answer(202, 'Known already.');
    await ports.runs.hint(run);
    return answer(202, 'Thank you.');
  };
}

/** Whether a call carries the signature of somebody who knows the secret, made a moment ago. */
export function isSigned(
  ports: Pick<TriggerPorts, 'hintSecret' | 'realNow'>,
  req: FunctionRequest,
  body: string | Buffer,
): boolean {
  const at = Number(req.headers['x-hint-time']);
  const given = Buffer.from(String(req.headers['x-hint-signature'] ?? ''), 'utf8');
  if (!Number.isFinite(at) || Math.abs(ports.realNow() - at) > WINDOW_MS) return false;
  const wanted = Buffer.from(signHint(ports.hintSecret, at, body), 'utf8');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function runOf(body: string): string | undefined {
  try {
    const hint: unknown = JSON.parse(body);
    if (typeof hint !== 'object' || hint === null) return undefined;
    if ('form' in hint && (FORM_KEYS as readonly unknown[]).includes(hint.form)) return runId('intake');
    if ('workbook' in hint && Object.hasOwn(WORKBOOKS, String(hint.workbook)))
      return runId('sync', hint.workbook as Workbook);
    return undefined;
  } catch {
    // Not JSON: a hint of somebody else; it is refused like one that names nothing.
    return undefined;
  }
}
