import type { ServerResponse } from 'node:http';
import { type FunctionRequest, rawBody } from './body.ts';
import { isSigned } from './hints.ts';
import type { TriggerPorts } from './ports.ts';

/**
 * A mail that came to the mailbox of bounces, whole and as it was (RFC 822), signed like a hint. Whatever is no news about a letter or copy of ours is
 * taken and forgotten: a mail server must not try it again.
 */
export async function bounceCall(ports: TriggerPorts, req: FunctionRequest, res: ServerResponse): Promise<void> {
  const raw = rawBody(req);
  const answer = (status: number, message: string) => {
    res.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
    res.end(JSON.stringify({ message }));
  };
  if (!isSigned(ports, req, raw)) return answer(401, 'The signature is missing, wrong or too old.');
  return answer(202, WORDS[await ports.bounce(raw)]);
}

const WORDS = {
  noted: 'Noted.',
  known: 'Known already.',
  'not ours': 'It says nothing about a letter of ours.',
} as const;
