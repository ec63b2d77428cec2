import { keepSettled } from '../clock/settle.ts';
import { type Request, sendJson } from '../http.ts';
import type { Parts } from '../types.ts';

/** `GET /api/desk`: the numbers of the home page. */
export function deskApi({ clock, inbox }: Parts, { res }: Request): void {
  keepSettled(clock);
  sendJson(res, { clock: clock.get(), letters: inbox.count() });
}
