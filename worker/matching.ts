import { Worker } from 'node:worker_threads';
import type { MatchingPort } from '../activities/index.ts';
import type { Market, Result, Way } from '../domain/matching/index.ts';

/**
 * Matching in a thread of its own: the worker goes on answering others meanwhile. A thread lasts for one matching, so that
 * its memory goes with it; rounds are rare. Once `stopping` is aborted it gives up, and the activity comes again elsewhere.
 */
export const createMatching = (stopping: AbortSignal): MatchingPort => ({
  bothWays: (market: Market) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(new URL('./matching-thread.ts', import.meta.url), { workerData: market });
      const stop = (): void => {
        thread.terminate();
      };
      stopping.addEventListener('abort', stop, { once: true });
      thread.once('message', (results: Readonly<Record<Way, Result>>) => resolve(results));
      thread.once('error', reject);
      thread.once('exit', () => {
        stopping.removeEventListener('abort', stop);
        // Without effect after a result.
        reject(new Error('the matching thread was stopped'));
      });
    }),
});
