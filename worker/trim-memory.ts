import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Gives back what starting left behind: these processes idle most of their life. `afterMs` lets the last of the start end first. */
export function trimMemory(afterMs = 1_000): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
  }, afterMs).unref();
}
