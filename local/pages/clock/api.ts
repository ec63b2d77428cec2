import { fromMs } from '../../../domain/calendar/index.ts';
import { assertSameOrigin, Refusal, type Request, readJson, sendJson } from '../http.ts';
import type { ClockMove, Parts } from '../types.ts';

/** `GET` and `POST /api/clock`. */
export async function clockApi({ clock }: Parts, { req, res, method }: Request): Promise<void> {
  if (method !== 'POST') {
    sendJson(res, clock.get());
    return;
  }
  assertSameOrigin(req);
  const move = readMove(await readJson(req));
  const { mode, at, moving, waitsFor } = clock.get();
  if (mode === 'real')
    throw new Refusal(409, 'The clock is the real one and cannot be moved. Start with --clock frozen to move it.');
  if (moving)
    throw new Refusal(
      409,
      waitsFor
        ? `The clock is being moved already and waits for ${waitsFor.runs[0]?.what}. ${waitsFor.advice}`
        : 'The clock is being moved already. Wait until it stands, then try again.',
    );
  if ('to' in move && Date.parse(move.to) < Date.parse(at))
    throw new Refusal(400, `The clock only goes forward: it is ${at} already.`);
  const result = await clock.move(move);
  if (result.ok) sendJson(res, clock.get());
  else throw new Refusal(409, result.error);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const SPAN = /^P(?=\d|T\d)(\d+W|(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$/;
const HOW = 'Send exactly one of {"to": instant}, {"by": "P30D"} or {"next": true}.';

/** What the body asks for. Refuses with words that say how it should look. */
function readMove(body: Readonly<Record<string, unknown>>): ClockMove {
  const [key, ...more] = Object.keys(body);
  if (key === undefined || more.length > 0) throw new Refusal(400, HOW);
  const { to, by, next } = body;
  if (key === 'to') {
    if (typeof to !== 'string' || !INSTANT.test(to) || Number.isNaN(Date.parse(to)))
      throw new Refusal(400, '"to" must be an instant with a time zone, such as 2026-12-01T09:00:00+05:00.');
    return { to: fromMs(Date.parse(to)) };
  }
  if (key === 'by') {
    if (typeof by !== 'string' || !SPAN.test(by))
      throw new Refusal(400, '"by" must be a span of weeks, days, hours, minutes or seconds: P30D, P2W, PT12H.');
    if (!/[1-9]/.test(by)) throw new Refusal(400, '"by" must be longer than nothing.');
    if (/\d{7}/.test(by)) throw new Refusal(400, '"by" is too long a span.');
    return { by };
  }
  if (key === 'next') {
    if (next !== true) throw new Refusal(400, '"next" must be true.');
    return { next: true };
  }
  throw new Refusal(400, HOW);
}
