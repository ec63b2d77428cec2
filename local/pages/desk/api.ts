import { keepSettled } from '../clock/settle.ts';
import { deskWords, nextWords } from '../clock/words.ts';
import { type Request, sendJson } from '../http.ts';
import type { Parts } from '../types.ts';

/** `GET /api/desk`: the numbers of the home page, and what it and the clock page say in words. */
export function deskApi({ clock, inbox }: Parts, { res }: Request): void {
  keepSettled(clock);
  const state = clock.get();
  sendJson(res, { clock: state, next: nextWords(state), words: deskWords(state), letters: inbox.count() });
}
