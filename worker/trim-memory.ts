import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back what starting left behind: these processes idle most of their life. Once when the last of the start has ended, and once
 * more after the first work, which starting sets off.
 */
export function trimMemory(afterMs: readonly number[] = [1_000, 20_000]): void {
  for (const ms of afterMs)
    setTimeout(() => {
      setFlagsFromString('--expose-gc');
      // As before running out of memory: compiled code that nothing runs goes, too.
      (runInNewContext('gc') as (how: object) => void)({ type: 'major', flavor: 'last-resort' });
    }, ms).unref();
}
