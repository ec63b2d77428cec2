import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Repeats a question every 25 ms until it has an answer other than undefined or false, without throwing.
 * @throws the last error, or that there was no answer, after `withinMs`.
 */
export async function until<T>(ask: () => Promise<T> | T, withinMs = 15_000): Promise<Exclude<T, undefined | false>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    let error: unknown = new Error(`no answer within ${withinMs / 1_000} s`);
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    } catch (thrown) {
      error = thrown;
    }
    if (Date.now() > deadline) throw error;
    await sleep(25);
  }
}
