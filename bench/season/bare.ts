import { proxyActivities } from '@temporalio/workflow';
import type { noop } from './index.ts';

const acts = proxyActivities<{ noop: typeof noop }>({ startToCloseTimeout: '1 minute' });

/** As many activities that do nothing as a season needs for one pair, one after another. */
export async function bare(activities: number): Promise<void> {
  for (let i = 0; i < activities; i++) await acts.noop();
}
